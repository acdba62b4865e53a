/* What the files behind java.c share: where Java is, and what it may not change in the host's process. */
#ifndef ARIOSO_JAVA_H
#define ARIOSO_JAVA_H

#include "shim.h"

#include <limits.h>
#include <pthread.h>
#include <stddef.h>

/* ---- find.c ---- */

enum { SHIM_LEAST_JAVA = 17, SHIM_MOST_JAVAS = 16 };

/* A Java that looks usable. */
typedef struct {
    char library[PATH_MAX]; /* its libjvm.so */
    int version[3];         /* 17.0.15 */
} shim_java;

/* The Javas of this machine, the one to try first in front, and what was wrong with the others. */
typedef struct {
    shim_java java[SHIM_MOST_JAVAS];
    int count;
    char looked_in[1536];
} shim_javas;

/* Looks once; later calls give the same. [any thread] */
const shim_javas *shim_find_java(void);
/* Looks at the Java of a libjvm.so; null if it is usable, otherwise what is wrong with it. */
const char *shim_java_of_library(const char *path, shim_java *, char *reason, size_t size);
/* One sentence on what to do where there is none. */
void shim_no_java(const char *looked_in, char *sentence, size_t size);

/* ---- loaded.c ---- */

/* Shows each loaded library that has a symbol of its own of that name, in the order of loading, while take wants
   more. */
void shim_each_loaded(const char *symbol, bool (*take)(void *context, const char *path, void *symbol), void *context);
/* The lock under which a virtual machine is looked for and made: one for all copies of this library in the process. */
pthread_mutex_t *shim_process_lock(void);

/* ---- load.c ---- */

/* The bridge's class and what the shim calls in it. */
typedef struct {
    jclass class;
    jmethodID open, activate, deactivate, process, reset, close, fault;
} shim_bridge;

/* Makes the class loader of this bundle and starts the bridge in it; otherwise says in fault why not. */
bool shim_load_bridge(JNIEnv *, shim_bridge *, char *fault, size_t size);
/* The bridge once Java runs, null otherwise. */
const shim_bridge *shim_bridge_of_bundle(void);
/* Why the bridge refused what it was asked last. */
void shim_bridge_fault(JNIEnv *, const shim_bridge *, char *words, size_t size);
/* Ends the exception that is pending and writes its words. */
void shim_clear_exception(JNIEnv *, char *words, size_t size);
/* System.exit in an effect becomes an exception there; only in a virtual machine that is ours alone. */
void shim_forbid_exit(JNIEnv *);

/* ---- guard.c ---- */

/* Before a virtual machine is made: Java's handlers shall call the host's through us, so that we can tell. */
void shim_signals_before_java(void);
/* After that, or after one was found: the libjvm.so whose handlers are Java's. */
void shim_signals_of_java(void *library);

#endif

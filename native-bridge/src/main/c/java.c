/*
 * The one virtual machine of the process: started or joined when the first instance is made, never ended.
 *
 * A process has one virtual machine for its whole life, and a failed attempt at a second one can end the process. So
 * the order is always: take the lock that all copies of this library share, look for a machine that is there, and only
 * then make one. All that happens on a thread of our own with a large stack: it keeps Java off the host's thread, and
 * if Java gives up half-way (no memory for its heap) that thread is parked for ever and the host plays on.
 */
#include "java.h"

#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef jint create_function(JavaVM **, void **, void *);
typedef jint created_function(JavaVM **, jsize, jsize *);

/* Java puts 80 kB of guard pages and shadow into the stack of a thread that it is called on. */
enum { STARTER_STACK = 8 << 20, LEAST_STACK = 160 << 10, MOST_OPTIONS = 32, FIRST_THAT_WARNS = 22 };

static pthread_mutex_t start_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_key_t attached;
static JavaVM *_Atomic vm;      /* set when the bridge is ready */
static shim_bridge bridge;
static bool tried;
static char fault[2560];
static char words[512];         /* the last thing that a machine which gave up had to say */
static sem_t starter_done;
static volatile bool creating;

/* ---- options ---- */

static jint JNICALL keep_words(FILE *stream, const char *format, va_list arguments)
{
    char line[256];
    int length = vsnprintf(line, sizeof line, format, arguments);
    (void)stream;
    size_t used = strlen(words);
    if (creating) snprintf(words + used, sizeof words - used, "%s", line);
    else fputs(line, stderr);
    return length;
}

/* Java gives up while it starts: it would end the process if this returned. */
static void JNICALL park_if_starting(void)
{
    if (!creating) return;
    sem_post(&starter_done);
    for (;;) pause();
}

/*
 * The heap: what works per block makes no garbage, so the simplest collector is the one with the least threads, memory
 * and start-up time. The first 128 MB are taken as address space only; a small first heap would be collected in full
 * each time it grows, with audio waiting.
 */
static int options(JavaVMOption *option, const shim_java *java)
{
    static const char *const TEXTS[] = {
        "-Xrs",                          /* HUP, INT, TERM and QUIT stay the host's */
        "-XX:+UseSerialGC", "-Xms128m", "-Xmn24m",
        "-XX:MetaspaceSize=64m",         /* no full collection only because classes were loaded */
        "-XX:+DisableExplicitGC",        /* an effect's System.gc() would stop all audio */
        "-XX:-UsePerfData",              /* no file in /tmp, no page that is written at each collection */
        "-XX:-MaxFDLimit",               /* the limit of open files stays the host's */
        "-XX:InlineSmallCode=500",       /* as in the launcher: loops compile the same */
        "-Xshare:auto",
        "-XX:+DisplayVMOutputToStderr", "-Xlog:disable", "-Xlog:all=error:stderr", /* stdout is the host's */
        "-Djava.awt.headless=true",      /* no window system in the host's process: editors have their own */
    };
    int count = 0;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) option[count++].optionString = (char *)TEXTS[i];
    /* Earlier ones do not warn, and start slower with it. */
    if (java->version[0] >= FIRST_THAT_WARNS)
        option[count++].optionString = (char *)"--enable-native-access=ALL-UNNAMED";
    option[count++] = (JavaVMOption){(char *)"vfprintf", (void *)keep_words};
    option[count++] = (JavaVMOption){(char *)"exit", (void *)park_if_starting};
    option[count++] = (JavaVMOption){(char *)"abort", (void *)park_if_starting};
    return count;
}

/* ---- starting and joining ---- */

typedef struct {
    JavaVM *vm;
    void *library;
    char path[PATH_MAX];   /* a libjvm.so that someone has loaded; empty if nobody has */
} machine;

static bool ask_for_machine(void *context, const char *path, void *symbol)
{
    machine *found = context;
    jsize count = 0;
    if (((created_function *)symbol)(&found->vm, 1, &count) != JNI_OK || count == 0) found->vm = NULL;
    found->library = dlopen(path, RTLD_NOLOAD | RTLD_LAZY);
    snprintf(found->path, sizeof found->path, "%s", path);
    return !found->vm;
}

/* A property of a machine that we did not make says how old it is. */
static int version_of(JNIEnv *env)
{
    char text[32] = "0";
    jclass system = (*env)->FindClass(env, "java/lang/System");
    jmethodID get = system ? (*env)->GetStaticMethodID(env, system, "getProperty",
        "(Ljava/lang/String;)Ljava/lang/String;") : NULL;
    jstring name = get ? (*env)->NewStringUTF(env, "java.specification.version") : NULL;
    jstring value = name ? (*env)->CallStaticObjectMethod(env, system, get, name) : NULL;
    if (value) (*env)->GetStringUTFRegion(env, value, 0, (*env)->GetStringLength(env, value) % 16, text);
    (*env)->ExceptionClear(env);
    return strncmp(text, "1.", 2) == 0 ? atoi(text + 2) : atoi(text);
}

static JNIEnv *join(const machine *found)
{
    JNIEnv *env;
    JavaVMAttachArgs arguments = {JNI_VERSION_1_8, (char *)"arioso start", NULL};
    if ((*found->vm)->AttachCurrentThreadAsDaemon(found->vm, (void **)&env, &arguments) != JNI_OK) {
        snprintf(fault, sizeof fault, "The process has a Java (%s) that lets nobody in", found->path);
        return NULL;
    }
    int version = version_of(env);
    if (version >= SHIM_LEAST_JAVA) return env;
    (*found->vm)->DetachCurrentThread(found->vm);
    snprintf(fault, sizeof fault, "The process already runs Java %d (%s), which something else started; Java %d or "
        "newer is needed, and there can be only one", version, found->path, SHIM_LEAST_JAVA);
    return NULL;
}

static JNIEnv *create_with(const shim_java *java, machine *made)
{
    JavaVMOption option[MOST_OPTIONS] = {0};
    JavaVMInitArgs arguments = {JNI_VERSION_10, options(option, java), option, JNI_TRUE};
    JNIEnv *env = NULL;
    made->library = dlopen(java->library, RTLD_NOW | RTLD_LOCAL);
    create_function *create = made->library ? (create_function *)dlsym(made->library, "JNI_CreateJavaVM") : NULL;
    if (!create) {
        const char *why = dlerror();
        snprintf(fault, sizeof fault, "%s cannot be loaded: %s", java->library, why ? why : "it is no Java");
        return NULL;
    }
    snprintf(fault, sizeof fault, "Java at %s does not start", java->library);
    shim_signals_before_java();
    creating = true;
    jint result = create(&made->vm, (void **)&env, &arguments);
    creating = false;
    if (result == JNI_OK) {
        shim_forbid_exit(env);
        return env;
    }
    snprintf(fault, sizeof fault, "Java at %s does not start: error %d, %s", java->library, (int)result, words);
    return NULL;
}

/* A Java that cannot even be loaded leaves no trace, so that the next may be tried; one that failed to start does. */
static JNIEnv *create(machine *made)
{
    const shim_javas *javas = shim_find_java();
    char looked_in[1536];
    snprintf(looked_in, sizeof looked_in, "%s", javas->looked_in);
    for (int i = 0; i < javas->count; i++) {
        JNIEnv *env = create_with(&javas->java[i], made);
        if (env || made->library) return env;
        size_t used = strlen(looked_in);
        snprintf(looked_in + used, sizeof looked_in - used, ", %s", fault);
    }
    shim_no_java(looked_in, fault, sizeof fault);
    return NULL;
}

/* A library without a machine: it is as good as any, and two different ones in a process never are. */
static JNIEnv *create_in(machine *found)
{
    shim_java java;
    char reason[128];
    const char *wrong = shim_java_of_library(found->path, &java, reason, sizeof reason);
    if (!wrong) return create_with(&java, found);
    snprintf(fault, sizeof fault, "The process has loaded a Java that cannot be used (%s: %s), and there can be only "
        "one", found->path, wrong);
    return NULL;
}

/* A thread that runs Java cannot block these: its null checks are faults. */
static void remove_faults(sigset_t *mask)
{
    sigdelset(mask, SIGSEGV);
    sigdelset(mask, SIGBUS);
    sigdelset(mask, SIGFPE);
    sigdelset(mask, SIGILL);
}

static void *start(void *unused)
{
    machine here = {0};
    shim_each_loaded("JNI_GetCreatedJavaVMs", ask_for_machine, &here);
    JNIEnv *env = here.vm ? join(&here) : here.path[0] ? create_in(&here) : create(&here);
    if (env) {
        shim_signals_of_java(here.library);
        if (shim_load_bridge(env, &bridge, fault, sizeof fault)) {
            fault[0] = 0;
            vm = here.vm;
        }
        (*here.vm)->DetachCurrentThread(here.vm);
    }
    sem_post(&starter_done);
    return unused;
}

static void detach(void *unused)
{
    JavaVM *machine = vm;
    (void)unused;
    (*machine)->DetachCurrentThread(machine);
}

/* Java's own threads inherit the starter's mask and priority: the host's signals go to the host's threads, and a host
   that loads plug-ins on a real-time thread gets no compiler that competes with its audio. */
static bool run_starter(void)
{
    sigset_t all, before;
    pthread_attr_t attributes;
    pthread_t thread;
    sigfillset(&all);
    remove_faults(&all);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STARTER_STACK);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setinheritsched(&attributes, PTHREAD_EXPLICIT_SCHED);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    bool runs = sem_init(&starter_done, 0, 0) == 0 && pthread_create(&thread, &attributes, start, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    if (!runs) snprintf(fault, sizeof fault, "The process can have no other thread, or no memory "
        "for one, which Java needs");
    while (runs && sem_wait(&starter_done) != 0) continue;
    return runs;
}

/* Java speaks in several lines. */
static void make_one_line(char *text)
{
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == '\n') text[--length] = 0;
    for (; *text; text++) if (*text == '\n') *text = ' ';
}

static void try_to_start(void)
{
    if (pthread_key_create(&attached, detach) != 0) {
        snprintf(fault, sizeof fault, "The process has no thread key left, which Java needs");
        return;
    }
    pthread_mutex_t *lock = shim_process_lock();
    pthread_mutex_lock(lock);
    shim_surroundings *surroundings = shim_keep_surroundings();
    run_starter();
    shim_restore_surroundings(surroundings);
    pthread_mutex_unlock(lock);
    if (vm) shim_guard_signals();
    if (creating && words[0]) snprintf(fault, sizeof fault, "Java does not start: %s", words);
    make_one_line(fault);
    if (fault[0]) shim_say("%s", fault);
}

bool shim_java_start(void)
{
    pthread_mutex_lock(&start_lock);
    if (!tried) try_to_start();
    tried = true;
    pthread_mutex_unlock(&start_lock);
    return vm != NULL;
}

const char *shim_java_fault(void)
{
    return fault;
}

const shim_bridge *shim_bridge_of_bundle(void)
{
    return vm ? &bridge : NULL;
}

static bool take_any(void *context, const char *path, void *symbol)
{
    (void)path;
    (void)symbol;
    *(bool *)context = true;
    return false;
}

static pthread_once_t looked = PTHREAD_ONCE_INIT;
static char missing[2560];

static void look(void)
{
    bool loaded = false;
    if (shim_find_java()->count > 0) return;
    shim_each_loaded("JNI_GetCreatedJavaVMs", take_any, &loaded);
    if (!loaded) shim_no_java(shim_find_java()->looked_in, missing, sizeof missing);
}

const char *shim_java_missing(void)
{
    pthread_once(&looked, look);
    return missing;
}

/* ---- threads ---- */

/* Java's guard pages would lie where a small stack is in use already, and kill the process. */
static bool stack_is_large_enough(void)
{
    static __thread bool refused;
    pthread_attr_t attributes;
    size_t size = 0;
    if (refused) return false;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return true;
    pthread_attr_getstacksize(&attributes, &size);
    pthread_attr_destroy(&attributes);
    refused = size < LEAST_STACK;
    if (refused) shim_say("a thread with a stack of %zu kB cannot run Java, which needs %d kB: audio passes through",
        size >> 10, LEAST_STACK >> 10);
    return !refused;
}

/* Attaching opens the signals that Java needs and shuts others; all but the faults go back to what the host wants. */
static JNIEnv *attach(JavaVM *machine)
{
    sigset_t mask;
    JNIEnv *env = NULL;
    JavaVMAttachArgs arguments = {JNI_VERSION_1_8, (char *)"DAW", NULL};
    if (!stack_is_large_enough()) return NULL;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    bool good = (*machine)->AttachCurrentThreadAsDaemon(machine, (void **)&env, &arguments) == JNI_OK;
    if (good) remove_faults(&mask);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    if (good) pthread_setspecific(attached, machine);
    return good ? env : NULL;
}

/* Asks Java each time, 10 ns: whoever attached the thread may have detached it since. */
JNIEnv *shim_java_env(void)
{
    JavaVM *machine = vm;
    void *env = NULL;
    if (!machine) return NULL;
    return (*machine)->GetEnv(machine, &env, JNI_VERSION_1_8) == JNI_OK ? env : attach(machine);
}

/* The bridge inside Java: a class loader for the bundle's jars, and the methods that the shim calls. */
#include "java.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

static const char BRIDGE[] = "io.arioso.bridge.Bridge";

/* Exceptions stay pending: the caller looks once, at the end. */
static jobject call_static(JNIEnv *env, const char *class, const char *method, const char *signature,
    const jvalue *values)
{
    jclass found = (*env)->FindClass(env, class);
    jmethodID id = found ? (*env)->GetStaticMethodID(env, found, method, signature) : NULL;
    return id ? (*env)->CallStaticObjectMethodA(env, found, id, values) : NULL;
}

static jobject call(JNIEnv *env, jobject on, const char *method, const char *signature)
{
    jclass class = on ? (*env)->GetObjectClass(env, on) : NULL;
    jmethodID id = class ? (*env)->GetMethodID(env, class, method, signature) : NULL;
    return id ? (*env)->CallObjectMethod(env, on, id) : NULL;
}

/* Paths are bytes to us and characters to Java, which decodes them as the user's locale says. */
static jstring text_of(JNIEnv *env, const char *bytes)
{
    jsize length = (jsize)strlen(bytes);
    jbyteArray array = (*env)->NewByteArray(env, length);
    jclass class = array ? (*env)->FindClass(env, "java/lang/String") : NULL;
    jmethodID make = class ? (*env)->GetMethodID(env, class, "<init>", "([B)V") : NULL;
    if (!make) return NULL;
    (*env)->SetByteArrayRegion(env, array, 0, length, (const jbyte *)bytes);
    return (*env)->NewObject(env, class, make, array);
}

static jobject url_of(JNIEnv *env, const char *path)
{
    jclass class = (*env)->FindClass(env, "java/io/File");
    jmethodID make = class ? (*env)->GetMethodID(env, class, "<init>", "(Ljava/lang/String;)V") : NULL;
    jstring text = make ? text_of(env, path) : NULL;
    jobject file = text ? (*env)->NewObject(env, class, make, text) : NULL;
    return call(env, call(env, file, "toURI", "()Ljava/net/URI;"), "toURL", "()Ljava/net/URL;");
}

static jobjectArray urls_of_jars(JNIEnv *env)
{
    char pattern[PATH_MAX + 16];
    glob_t jars;
    snprintf(pattern, sizeof pattern, "%s/lib/*.jar", shim_resources());
    if (glob(pattern, 0, NULL, &jars) != 0) jars.gl_pathc = 0;
    jclass class = (*env)->FindClass(env, "java/net/URL");
    jobjectArray urls = class ? (*env)->NewObjectArray(env, (jsize)jars.gl_pathc, class, NULL) : NULL;
    for (size_t i = 0; urls && i < jars.gl_pathc && !(*env)->ExceptionCheck(env); i++)
        (*env)->SetObjectArrayElement(env, urls, (jsize)i, url_of(env, jars.gl_pathv[i]));
    if (jars.gl_pathc) globfree(&jars);
    return urls;
}

/* The platform's loader is the parent: what a foreign virtual machine has on its class path is no business of ours. */
static jobject loader_of_bundle(JNIEnv *env)
{
    jobject parent = call_static(env, "java/lang/ClassLoader", "getPlatformClassLoader",
        "()Ljava/lang/ClassLoader;", NULL);
    jobjectArray urls = parent ? urls_of_jars(env) : NULL;
    jstring name = urls ? (*env)->NewStringUTF(env, "arioso") : NULL;
    jclass class = name ? (*env)->FindClass(env, "java/net/URLClassLoader") : NULL;
    jmethodID make = class ? (*env)->GetMethodID(env, class, "<init>",
        "(Ljava/lang/String;[Ljava/net/URL;Ljava/lang/ClassLoader;)V") : NULL;
    return make ? (*env)->NewObject(env, class, make, name, urls, parent) : NULL;
}

static bool find_methods(JNIEnv *env, shim_bridge *bridge)
{
    struct { jmethodID *id; const char *name, *signature; } methods[] = {
        {&bridge->open, "open", "(ILjava/lang/String;JJ)I"},
        {&bridge->activate, "activate", "(ILjava/nio/ByteBuffer;DZ)Z"},
        {&bridge->deactivate, "deactivate", "(I)V"},
        {&bridge->process, "process", "(I)V"},
        {&bridge->reset, "reset", "(I)V"},
        {&bridge->close, "close", "(I)V"},
        {&bridge->fault, "fault", "()Ljava/lang/String;"},
    };
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        *methods[i].id = (*env)->GetStaticMethodID(env, bridge->class, methods[i].name, methods[i].signature);
        if (!*methods[i].id) return false;
    }
    return true;
}

static bool start(JNIEnv *env, const shim_bridge *bridge)
{
    jlong addresses[SHIM_FORMATS] = {
        [SHIM_CLAP] = (jlong)shim_clap_tables, [SHIM_VST3] = (jlong)shim_vst3_tables,
        [SHIM_LV2] = (jlong)shim_lv2_tables};
    jstring resources = text_of(env, shim_resources());
    jlongArray tables = resources ? (*env)->NewLongArray(env, SHIM_FORMATS) : NULL;
    jmethodID id = tables ? (*env)->GetStaticMethodID(env, bridge->class, "start", "(Ljava/lang/String;[J)Z") : NULL;
    if (!id) return false;
    (*env)->SetLongArrayRegion(env, tables, 0, SHIM_FORMATS, addresses);
    return (*env)->CallStaticBooleanMethod(env, bridge->class, id, resources, tables);
}

static jclass find_bridge(JNIEnv *env)
{
    jobject loader = loader_of_bundle(env);
    jstring name = loader ? (*env)->NewStringUTF(env, BRIDGE) : NULL;
    jvalue values[] = {{.l = name}, {.z = JNI_TRUE}, {.l = loader}};
    jobject class = name ? call_static(env, "java/lang/Class", "forName",
        "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;", values) : NULL;
    return class ? (*env)->NewGlobalRef(env, class) : NULL;
}

bool shim_load_bridge(JNIEnv *env, shim_bridge *bridge, char *fault, size_t size)
{
    if (!shim_resources()) {
        snprintf(fault, size, "The bundle's folder of resources is missing; unpack it again");
        return false;
    }
    bridge->class = find_bridge(env);
    bool good = bridge->class && find_methods(env, bridge) && start(env, bridge);
    if (good) return true;
    char why[256] = "";
    if ((*env)->ExceptionCheck(env)) shim_clear_exception(env, why, sizeof why);
    else shim_bridge_fault(env, bridge, why, sizeof why);
    snprintf(fault, size, "The bundle at %s cannot be used: %s", shim_resources(), why);
    return false;
}

/* ---- words of Java ---- */

static void copy_text(JNIEnv *env, jstring text, char *to, size_t size)
{
    const char *bytes = text ? (*env)->GetStringUTFChars(env, text, NULL) : NULL;
    if (bytes) {
        snprintf(to, size, "%s", bytes);
        (*env)->ReleaseStringUTFChars(env, text, bytes);
    }
    if (text) (*env)->DeleteLocalRef(env, text);
}

void shim_bridge_fault(JNIEnv *env, const shim_bridge *bridge, char *words, size_t size)
{
    copy_text(env, (*env)->CallStaticObjectMethod(env, bridge->class, bridge->fault), words, size);
    (*env)->ExceptionClear(env);
}

void shim_clear_exception(JNIEnv *env, char *words, size_t size)
{
    jthrowable thrown = (*env)->ExceptionOccurred(env);
    (*env)->ExceptionClear(env);
    snprintf(words, size, "an exception that cannot say what it is");
    copy_text(env, call(env, thrown, "toString", "()Ljava/lang/String;"), words, size);
    (*env)->ExceptionClear(env);
    if (thrown) (*env)->DeleteLocalRef(env, thrown);
}

/* ---- System.exit ---- */

/* Both System.exit and Runtime.halt come through here before anything has happened, on 17 as on 25. */
static void JNICALL refuse_exit(JNIEnv *env, jclass shutdown)
{
    (void)shutdown;
    jclass class = (*env)->FindClass(env, "java/lang/IllegalStateException");
    if (class) (*env)->ThrowNew(env, class, "System.exit was called inside a DAW and is refused");
}

void shim_forbid_exit(JNIEnv *env)
{
    JNINativeMethod method = {"beforeHalt", "()V", (void *)refuse_exit};
    jclass shutdown = (*env)->FindClass(env, "java/lang/Shutdown");
    if (!shutdown || (*env)->RegisterNatives(env, shutdown, &method, 1) != 0) {
        (*env)->ExceptionClear(env);
        shim_say("this Java cannot refuse System.exit");
    }
}

/* In the place of libjvm.so: a virtual machine of Java 11 that runs already, as far as a shim asks. */
#include <jni.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char VERSION[] = "11";

static jclass JNICALL find_class(JNIEnv *env, const char *name)
{
    (void)env;
    return (jclass)name;
}

static jmethodID JNICALL static_method(JNIEnv *env, jclass class, const char *name, const char *signature)
{
    (void)env;
    (void)class;
    (void)signature;
    return (jmethodID)name;
}

static jstring JNICALL new_text(JNIEnv *env, const char *text)
{
    (void)env;
    return (jstring)text;
}

static jobject JNICALL call_static(JNIEnv *env, jclass class, jmethodID method, ...)
{
    (void)env;
    (void)class;
    (void)method;
    return (jobject)VERSION;
}

static jsize JNICALL length(JNIEnv *env, jstring text)
{
    (void)env;
    return (jsize)strlen((const char *)text);
}

static void JNICALL region(JNIEnv *env, jstring text, jsize from, jsize count, char *to)
{
    (void)env;
    memcpy(to, (const char *)text + from, (size_t)count);
    to[count] = 0;
}

static void JNICALL clear(JNIEnv *env)
{
    (void)env;
}

static const struct JNINativeInterface_ FUNCTIONS = {
    .FindClass = find_class, .GetStaticMethodID = static_method, .NewStringUTF = new_text,
    .CallStaticObjectMethod = call_static, .GetStringLength = length, .GetStringUTFRegion = region,
    .ExceptionClear = clear};
static JNIEnv environment = &FUNCTIONS;

static jint JNICALL attach(JavaVM *vm, void **env, void *arguments)
{
    (void)vm;
    (void)arguments;
    *env = &environment;
    return JNI_OK;
}

static jint JNICALL detach(JavaVM *vm)
{
    (void)vm;
    return JNI_OK;
}

static const struct JNIInvokeInterface_ MACHINE = {
    .AttachCurrentThreadAsDaemon = attach, .DetachCurrentThread = detach};
static JavaVM machine = &MACHINE;

JNIEXPORT jint JNICALL JNI_GetCreatedJavaVMs(JavaVM **machines, jsize most, jsize *count)
{
    if (most > 0) machines[0] = &machine;
    *count = 1;
    return JNI_OK;
}

/* What must never be called beside a machine that runs. */
JNIEXPORT jint JNICALL JNI_CreateJavaVM(JavaVM **made, void **env, void *arguments)
{
    (void)made;
    (void)env;
    (void)arguments;
    puts("a second machine was asked for");
    return JNI_ERR;
}

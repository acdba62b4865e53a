/* A host around a shim, its process and its threads: shimhost <what> <shim> [more]; the table at the end lists them. */
#include "guard.h"

#include <dirent.h>
#include <fenv.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

enum { FRAMES = 64, INSTANCES = 8, BLOCKS = 2000 };

static shim under_test;
static char **more;

/* ---- finding Java ---- */

/* Tells what a scan and an instance say, and whether audio passes through or is processed. */
static void tells(void)
{
    printf("missing: %s\n", under_test.missing());
    shim_instance *instance = open_ready(&under_test, more[0] ? more[0] : "gain");
    printf("fault: %s\n", instance->fault);
    printf("gain: %g\n", render_one(&under_test, instance, 1));
    under_test.close(instance);
}

static void scans(void)
{
    const shim_table *table = under_test.table();
    printf("%d effects of %s\n", table->effect_count, table->name);
    for (int32_t i = 0; i < table->effect_count; i++)
        printf("%s, %s, features %s, cid %02x..%02x, presets %d\n", table->effects[i].id, table->effects[i].description,
            table->effects[i].clap_features[0], table->effects[i].vst3_cid[0], table->effects[i].vst3_cid[15],
            table->effects[i].preset_count);
    CHECK(!dlopen("libjvm.so", RTLD_NOLOAD | RTLD_LAZY), "a scan has loaded Java");
}

typedef jint create_function(JavaVM **, void **, void *);
typedef jint created_function(JavaVM **, jsize, jsize *);

/* A library of the host's own, with a machine or without, then the shim. */
static void joins(void)
{
    JavaVM *machine, *found;
    JNIEnv *env;
    jsize count;
    JavaVMInitArgs arguments = {.version = JNI_VERSION_1_8};
    void *library = dlopen(more[0], RTLD_NOW);
    CHECK(library, "%s", dlerror());
    if (strcmp(more[1], "machine") == 0) {
        create_function *create = (create_function *)dlsym(library, "JNI_CreateJavaVM");
        CHECK(create(&machine, (void **)&env, &arguments) == JNI_OK, "no machine of the host");
    }
    more += 2;
    tells();
    created_function *created = (created_function *)dlsym(library, "JNI_GetCreatedJavaVMs");
    CHECK(created(&found, 1, &count) == JNI_OK, "nothing is told");
    printf("machines: %d\n", (int)count);
}

/* Not enough address space for Java's heap: Java itself would end the process. */
static void starves(void)
{
    struct rlimit little = {400 << 20, 400 << 20};
    CHECK(setrlimit(RLIMIT_AS, &little) == 0, "no limit");
    tells();
    more[0] = (char *)"empty";
    tells();
}

/* ---- surroundings ---- */

typedef struct {
    char locale[512], environment[65536], folder[4096];
    sigset_t mask;
    struct sigaction pipe, user, interrupt, hangup;
    struct rlimit files;
    int rounding;
    uint16_t x87_control;
    unsigned mxcsr;
} surroundings;

static void look_around(surroundings *here)
{
    extern char **environ;
    memset(here, 0, sizeof *here);
    snprintf(here->locale, sizeof here->locale, "%s", setlocale(LC_ALL, NULL));
    for (char **at = environ; *at; at++) {
        size_t used = strlen(here->environment);
        snprintf(here->environment + used, sizeof here->environment - used, "%s\n", *at);
    }
    CHECK(getcwd(here->folder, sizeof here->folder), "no folder");
    pthread_sigmask(SIG_SETMASK, NULL, &here->mask);
    sigaction(SIGPIPE, NULL, &here->pipe);
    sigaction(SIGUSR2, NULL, &here->user);
    sigaction(SIGINT, NULL, &here->interrupt);
    sigaction(SIGHUP, NULL, &here->hangup);
    getrlimit(RLIMIT_NOFILE, &here->files);
    here->rounding = fegetround();
#if defined(__x86_64__)
    here->mxcsr = _mm_getcsr() & ~(unsigned)_MM_EXCEPT_MASK; /* the exceptions so far are no setting */
    __asm__ volatile ("fnstcw %0" : "=m"(here->x87_control));
#endif
}

static void compare(const char *after, const surroundings *before)
{
    surroundings now;
    look_around(&now);
    CHECK(strcmp(now.locale, before->locale) == 0, "%s: locale %s was %s", after, now.locale, before->locale);
    CHECK(strcmp(now.environment, before->environment) == 0, "%s: environment\n%s", after, now.environment);
    CHECK(strcmp(now.folder, before->folder) == 0, "%s: folder %s", after, now.folder);
    for (int signal = 1; signal < 64; signal++)
        CHECK(sigismember(&now.mask, signal) == sigismember(&before->mask, signal), "%s: mask of %d", after, signal);
    CHECK(now.pipe.sa_handler == before->pipe.sa_handler, "%s: SIGPIPE", after);
    CHECK(now.user.sa_handler == before->user.sa_handler, "%s: SIGUSR2", after);
    CHECK(now.interrupt.sa_handler == before->interrupt.sa_handler, "%s: SIGINT", after);
    CHECK(now.hangup.sa_handler == before->hangup.sa_handler, "%s: SIGHUP", after);
    CHECK(now.files.rlim_cur == before->files.rlim_cur, "%s: limit of open files", after);
    CHECK(now.mxcsr == before->mxcsr, "%s: MXCSR %x was %x", after, now.mxcsr, before->mxcsr);
    CHECK(now.rounding == before->rounding && now.x87_control == before->x87_control, "%s: rounding", after);
}

static void on_user(int signal)
{
    (void)signal;
}

static void unusual_surroundings(void)
{
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    sigaddset(&blocked, SIGRTMIN + 3);
    pthread_sigmask(SIG_BLOCK, &blocked, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGUSR2, on_user);
    setlocale(LC_ALL, "C");
    setlocale(LC_TIME, "C.UTF-8");
    setenv("_JAVA_OPTIONS", "-XX:+ThisIsRubbish -Xmx1", 1);
    fesetround(FE_DOWNWARD);
#if defined(__x86_64__)
    _mm_setcsr(_mm_getcsr() | 0x8040);
#endif
}

static void *keeps_surroundings_on_audio(void *data)
{
    surroundings before;
    unusual_surroundings();
    look_around(&before);
    render_one(&under_test, data, 1);
    compare("the first block of a thread", &before);
    for (int i = 0; i < BLOCKS; i++) render_one(&under_test, data, 1);
    compare("many blocks", &before);
    return NULL;
}

static void keeps_surroundings(void)
{
    surroundings before;
    pthread_t thread;
    unusual_surroundings();
    look_around(&before);
    const shim_effect *effect = under_test.effect("null");
    shim_instance *instance = under_test.open(SHIM_CLAP, effect, NULL, 0);
    compare("open", &before);
    CHECK(instance->handle >= 0, "%s", instance->fault);
    CHECK(under_test.activate(instance, 48000, FRAMES, 2, false, false, NULL, 0), "%s", instance->fault);
    compare("activate", &before);
    CHECK(render_one(&under_test, instance, 1) == 0.5f, "no sound");
    compare("process", &before);
    pthread_create(&thread, NULL, keeps_surroundings_on_audio, instance);
    pthread_join(thread, NULL);
    under_test.deactivate(instance);
    compare("deactivate", &before);
    under_test.close(instance);
    compare("close", &before);
}

/* Audio threads often block every signal; Java needs four of them. */
static void *blocks_all_signals(void *instance)
{
    sigset_t all, now;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &now);
    pthread_sigmask(SIG_SETMASK, NULL, &all);
    CHECK(render_one(&under_test, instance, 1) == 0.5f, "no sound");
    pthread_sigmask(SIG_SETMASK, NULL, &now);
    for (int signal = 1; signal < 64; signal++) {
        bool of_java = signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL;
        CHECK(sigismember(&now, signal) == (sigismember(&all, signal) && !of_java), "mask of %d", signal);
    }
    return NULL;
}

static void keeps_a_full_mask(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, blocks_all_signals, open_ready(&under_test, "null"));
    pthread_join(thread, NULL);
}

/* A host's signal goes to the host's thread though Java has many that could have it. */
static volatile pthread_t signalled;

static void on_alarm(int signal)
{
    (void)signal;
    signalled = pthread_self();
}

static void gets_its_own_signals(void)
{
    open_ready(&under_test, "gain");
    signal(SIGALRM, on_alarm);
    sigset_t alarm;
    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    pthread_sigmask(SIG_BLOCK, &alarm, NULL);
    kill(getpid(), SIGALRM);
    usleep(50000);
    CHECK(!signalled, "one of Java's threads had the host's signal");
    pthread_sigmask(SIG_UNBLOCK, &alarm, NULL);
    CHECK(signalled == pthread_self(), "the signal is lost");
}

/* ---- threads ---- */

typedef struct {
    shim_instance *instance;
    float out[BLOCKS];
    int seed;
} job;

static void *render_all(void *data)
{
    job *job = data;
    for (int block = 0; block < BLOCKS; block++)
        job->out[block] = render_one(&under_test, job->instance, sinf((float)(block * 7 + job->seed)));
    return NULL;
}

static void renders_in_parallel(void)
{
    static job serial[INSTANCES], parallel[INSTANCES];
    pthread_t thread[INSTANCES];
    for (int i = 0; i < INSTANCES; i++) {
        serial[i] = (job){.instance = open_ready(&under_test, "remembers"), .seed = i};
        parallel[i] = (job){.instance = open_ready(&under_test, "remembers"), .seed = i};
        render_all(&serial[i]);
    }
    for (int i = 0; i < INSTANCES; i++) pthread_create(&thread[i], NULL, render_all, &parallel[i]);
    for (int i = 0; i < INSTANCES; i++) pthread_join(thread[i], NULL);
    for (int i = 0; i < INSTANCES; i++)
        CHECK(memcmp(serial[i].out, parallel[i].out, sizeof serial[i].out) == 0, "instance %d", i);
}

typedef struct {
    shim_instance *instance;
    float in, out;
} one_block;

static void *render_block(void *data)
{
    one_block *block = data;
    block->out = render_one(&under_test, block->instance, block->in);
    return NULL;
}

static float on_thread_of(size_t stack, shim_instance *instance, float in)
{
    one_block block = {instance, in, 0};
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack);
    CHECK(pthread_create(&thread, &attributes, render_block, &block) == 0, "no thread");
    pthread_join(thread, NULL);
    return block.out;
}

/* A host that loads plug-ins on a real-time thread: none of Java's threads may be one. */
static void starts_java_from_real_time(void)
{
    struct sched_param priority = {.sched_priority = 5};
    if (sched_setscheduler(0, SCHED_FIFO, &priority) != 0) {
        puts("skipped: this user may not have real-time threads");
        return;
    }
    open_ready(&under_test, "gain");
    DIR *threads = opendir("/proc/self/task");
    int others = 0;
    for (struct dirent *entry = readdir(threads); entry; entry = readdir(threads)) {
        pid_t id = atoi(entry->d_name);
        if (id == 0 || id == getpid()) continue;
        CHECK(sched_getscheduler(id) == SCHED_OTHER, "thread %d is real-time", id);
        others++;
    }
    closedir(threads);
    CHECK(others > 3, "Java has %d threads", others);
}

static void changes_threads(void)
{
    shim_instance *moved = open_ready(&under_test, "remembers"), *stays = open_ready(&under_test, "remembers");
    for (int i = 0; i < 500; i++) {
        float in = sinf((float)i), out = on_thread_of(256 << 10, moved, in);
        CHECK(out == render_one(&under_test, stays, in), "block %d", i);
    }
    shim_instance *counts = open_ready(&under_test, "counts-threads");
    float threads = render_one(&under_test, counts, 1);
    CHECK(threads < 20, "Java still has %g threads", threads);
}

static void refuses_small_stacks(void)
{
    shim_instance *instance = open_ready(&under_test, "gain");
    CHECK(on_thread_of(64 << 10, instance, 1) == 1, "64 kB are not enough");
    CHECK(on_thread_of(192 << 10, instance, 1) == 0.5f, "192 kB are enough");
}

static void leaves_children_alone(void)
{
    shim_instance *instance = open_ready(&under_test, "gain");
    for (int i = 0; i < 20; i++) {
        int status;
        pid_t child = fork();
        if (child == 0) {
            execlp("true", "true", NULL);
            _exit(1);
        }
        CHECK(waitpid(child, &status, 0) == child && status == 0, "child %d: %d", i, status);
        CHECK(render_one(&under_test, instance, 1) == 0.5f, "no sound");
    }
}

static void is_unloaded_in_vain(void)
{
    char path[4096];
    snprintf(path, sizeof path, "%s", more[-1]);
    for (int i = 0; i < 1000; i++) {
        if (i % 100 == 0) {
            shim_instance *instance = open_ready(&under_test, "gain");
            CHECK(render_one(&under_test, instance, 1) == 0.5f, "cycle %d: %s", i, instance->fault);
            under_test.close(instance);
        }
        dlclose(under_test.library);
        void *still = dlopen(path, RTLD_NOLOAD | RTLD_LAZY);
        CHECK(still, "the library is gone");
        dlclose(still);
        under_test = load_shim(path);
    }
}

/* ---- two bundles ---- */

static pthread_barrier_t both;

static void *opens(void *data)
{
    shim *one = data;
    pthread_barrier_wait(&both);
    shim_instance *instance = open_ready(one, "gain");
    CHECK(instance->handle >= 0, "%s", instance->fault);
    CHECK(render_one(one, instance, 1) == 0.5f, "no sound");
    return instance;
}

static volatile sig_atomic_t faults;

static void on_fault(int signal, siginfo_t *info, void *context)
{
    (void)signal;
    (void)info;
    (void)context;
    if (++faults > 1) _exit(4);
    printf("fine\n");
    fflush(stdout);
    _exit(0);
}

static void shares_with_another_bundle(void)
{
    shim other = load_shim(more[0]);
    pthread_t thread;
    shim_instance *instances[2];
    CHECK(other.open != under_test.open, "they are one library");
    pthread_barrier_init(&both, NULL, 2);
    pthread_create(&thread, NULL, opens, &other);
    instances[0] = opens(&under_test);
    pthread_join(thread, (void **)&instances[1]);
    for (int round = 0; round < 3; round++) {
        struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
        if (round != 1) sigaction(SIGSEGV, &action, NULL);
        under_test.activate(instances[0], 48000, FRAMES, 2, false, false, NULL, 0);
        other.activate(instances[1], 48000, FRAMES, 2, false, false, NULL, 0);
    }
    shim_instance *null = open_ready(&other, "null");
    CHECK(render_one(&other, null, 1) == 0.5f, "no sound");
    *(volatile int *volatile)NULL = 1;
}

static const what WHATS[] = {
    {"tells", tells}, {"scans", scans}, {"joins", joins}, {"starves", starves},
    {"keeps-surroundings", keeps_surroundings}, {"keeps-a-full-mask", keeps_a_full_mask},
    {"gets-its-own-signals", gets_its_own_signals}, {"renders-in-parallel", renders_in_parallel},
    {"starts-java-from-real-time", starts_java_from_real_time}, {"changes-threads", changes_threads},
    {"refuses-small-stacks", refuses_small_stacks}, {"leaves-children-alone", leaves_children_alone},
    {"is-unloaded-in-vain", is_unloaded_in_vain}, {"shares-with-another-bundle", shares_with_another_bundle},
    {NULL, NULL}};

int main(int count, char **argument)
{
    CHECK(count > 2, "shimhost <what> <shim> [more]");
    under_test = load_shim(argument[2]);
    more = argument + 3;
    run_what(WHATS, argument[1]);
}

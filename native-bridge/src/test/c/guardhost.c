/*
 * A host with signal handlers of its own around a shim: guardhost <shim> <what> <when> [effects, commas between]
 *   plays   renders with an effect that makes Java fault; the host's handler must never see it
 *   crashes the host itself faults; its handler must see that once each time
 */
#include "guard.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <unistd.h>

enum { BLOCKS = 600, CRASHES = 5 };

static const int SIGNALS[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
static volatile sig_atomic_t first_called, second_called;
static struct sigaction found_by_second;
static bool second_calls_on, expects_crash;
static sigjmp_buf back;
static shim under_test;

static void leave(void)
{
    if (!expects_crash) {
        static const char SAID[] = "the host was told of a fault that is Java's\n";
        if (write(2, SAID, sizeof SAID - 1) < 0) _exit(3);
        _exit(2);
    }
    siglongjmp(back, 1);
}

static void first(int signal, siginfo_t *info, void *context)
{
    (void)signal;
    (void)info;
    (void)context;
    first_called++;
    leave();
}

/* As crash reporters do: on with the one that was there before. */
static void second(int signal, siginfo_t *info, void *context)
{
    second_called++;
    if (second_calls_on && (found_by_second.sa_flags & SA_SIGINFO)) found_by_second.sa_sigaction(signal, info, context);
    leave();
}

static void plain(int signal)
{
    (void)signal;
    first_called++;
    leave();
}

static void install(void (*handler)(int, siginfo_t *, void *), int flags, struct sigaction *before)
{
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) {
        struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | flags};
        sigemptyset(&action.sa_mask);
        sigaction(SIGNALS[i], &action, before);
    }
}

static void install_simple(void (*handler)(int))
{
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) signal(SIGNALS[i], handler);
}

static bool is(const char *when, const char *name)
{
    return strcmp(when, name) == 0;
}

static void before_java(const char *when)
{
    bool both = is(when, "both") || is(when, "both-chained");
    if (is(when, "before") || both || is(when, "again")) install(first, 0, NULL);
    if (is(when, "before-plain")) install_simple(plain);
}

static void after_java(const char *when)
{
    if (is(when, "after") || is(when, "again")) install(first, 0, NULL);
    if (is(when, "after-onstack")) install(first, SA_ONSTACK, NULL);
    if (is(when, "after-plain")) install_simple(plain);
    if (is(when, "after-default")) install_simple(SIG_DFL);
    second_calls_on = is(when, "both-chained");
    if (is(when, "both") || is(when, "both-chained")) install(second, 0, &found_by_second);
}

/* A third handler above our guard, which calls on what it found: our guard. */
static void over_the_guard(const char *when)
{
    if (!is(when, "over-guard")) return;
    second_calls_on = true;
    install(second, 0, &found_by_second);
}

static void alternate_stack(void)
{
    stack_t stack = {.ss_sp = malloc(1 << 16), .ss_size = 1 << 16};
    sigaltstack(&stack, NULL);
}

static shim_instance *prepared(const char *when, const char *effect)
{
    alternate_stack();
    before_java(when);
    shim_instance *instance = open_ready(&under_test, effect);
    CHECK(instance->handle >= 0, "%s", instance->fault);
    CHECK(render_one(&under_test, instance, 1) == 0.5f, "no sound");
    if (is(when, "over-guard")) install(first, 0, NULL);
    after_java(when);
    under_test.activate(instance, 48000, 64, 2, false, false, NULL, 0);
    over_the_guard(when);
    if (is(when, "over-guard")) under_test.activate(instance, 48000, 64, 2, false, false, NULL, 0);
    return instance;
}

static void plays(const char *when, const char *effects)
{
    char names[64], *rest = names;
    shim_instance *quiet = prepared(when, "empty"), *instances[8];
    int count = 0;
    snprintf(names, sizeof names, "%s", effects);
    for (const char *effect = strsep(&rest, ","); effect; effect = strsep(&rest, ","))
        instances[count++] = open_ready(&under_test, effect);
    if (is(when, "while-playing")) install(first, 0, NULL);
    /* Without another activation, what looks after the handlers comes with the blocks. */
    for (int block = 0; block < BLOCKS; block++) render_one(&under_test, quiet, 1);
    for (int i = 0; i < 20 * count; i++) {
        float out = render_one(&under_test, instances[i / 20], 1);
        CHECK(out == 0.5f, "block %d of %s: %g", i % 20, instances[i / 20]->effect->id, out);
    }
    CHECK(first_called + second_called == 0, "the host's handlers were called");
}

static void crash_once(void)
{
    volatile int *volatile nowhere = NULL;
    if (sigsetjmp(back, 1) == 0) *nowhere = 1;
}

static void *crash(void *unused)
{
    alternate_stack();
    for (int i = 0; i < CRASHES; i++) crash_once();
    return unused;
}

static void crashes(const char *when, const char *effect)
{
    shim_instance *instance = prepared(when, effect);
    pthread_t thread;
    expects_crash = true;
    crash(NULL);
    pthread_create(&thread, NULL, crash, NULL);
    pthread_join(thread, NULL);
    if (sigsetjmp(back, 1) == 0) raise(SIGSEGV);
    printf("first %d second %d of %d\n", first_called, second_called, 2 * CRASHES + 1);
    expects_crash = false;
    CHECK(render_one(&under_test, instance, 1) == 0.5f, "no sound after it");
}

int main(int count, char **argument)
{
    CHECK(count > 3, "guardhost <shim> plays|crashes <when> [effect]");
    under_test = load_shim(argument[1]);
    const char *effect = count > 4 ? argument[4] : "gain";
    (is(argument[2], "plays") ? plays : crashes)(argument[3], effect);
    puts("fine");
    return 0;
}

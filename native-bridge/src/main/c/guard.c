/*
 * What Java may not change in the host's process.
 *
 * Signals: Java lives by SIGSEGV (null checks, safepoints, stack overflow). A host that puts its own handler in place
 * after Java started takes these for crashes and ends. So where we find such a handler, ours goes in front of it: it
 * asks Java first, and hands what Java does not know to the host's, once, as the kernel would have.
 */
#include "java.h"

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef int ask_java_function(int signal, siginfo_t *, void *context, int abort_if_unrecognized);
typedef void any_handler(void);

enum { SIGNALS = 4, MOST_HOSTS = 8 };

/* One of Java's signals, and the host's handlers for it: the oldest first, the last one is in force. */
typedef struct {
    int signal;
    struct sigaction hosts[MOST_HOSTS];
    _Atomic int count;
    _Atomic(any_handler *) good;   /* the handler that was last seen to be in order */
} guarded;

static guarded slots[SIGNALS] = {{.signal = SIGSEGV}, {.signal = SIGBUS}, {.signal = SIGFPE}, {.signal = SIGILL}};
static ask_java_function *ask_java;
static void *base_of_java;
static atomic_flag busy = ATOMIC_FLAG_INIT;

/* Storage that is there from the thread's beginning: a signal handler must not allocate. */
#define IN_HANDLER static __thread __attribute__((tls_model("initial-exec")))
IN_HANDLER volatile int asking;     /* Java is being asked; what it hands on to the host is only noted */
IN_HANDLER volatile int handed_on;
IN_HANDLER struct { void *context; char *frame; int depth; } calling;

static guarded *slot_of(int signal)
{
    for (int i = 0; i < SIGNALS; i++) if (slots[i].signal == signal) return &slots[i];
    return &slots[0];
}

static any_handler *handler_of(const struct sigaction *action)
{
    return action->sa_flags & SA_SIGINFO ? (any_handler *)action->sa_sigaction : (any_handler *)action->sa_handler;
}

static bool is_function(const struct sigaction *action)
{
    return handler_of(action) != (any_handler *)SIG_DFL && handler_of(action) != (any_handler *)SIG_IGN;
}

/* ---- calling the host ---- */

/* As the kernel without a handler: a fault comes again and ends the process, what was sent is sent again. */
static void do_as_without_handler(int signal, const siginfo_t *info)
{
    struct sigaction none = {.sa_handler = SIG_DFL};
    sigaction(signal, &none, NULL);
    if (info->si_code <= 0) raise(signal);
}

static void call_host(struct sigaction *host, int signal, siginfo_t *info, void *context)
{
    if (handler_of(host) == (any_handler *)SIG_IGN && info->si_code <= 0) return;
    if (!is_function(host)) {
        do_as_without_handler(signal, info);
        return;
    }
    struct sigaction action = *host;
    sigset_t before;
    if (action.sa_flags & SA_RESETHAND) *host = (struct sigaction){.sa_handler = SIG_DFL};
    if (!(action.sa_flags & SA_NODEFER)) sigaddset(&action.sa_mask, signal);
    pthread_sigmask(SIG_BLOCK, &action.sa_mask, &before);
    if (action.sa_flags & SA_SIGINFO) action.sa_sigaction(signal, info, context);
    else action.sa_handler(signal);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* Stands where the host's handler stood before Java started. When Java hands a signal on that we asked it about, the
   host's newest handler is to have it, not this old one. */
static void hand_on(int signal, siginfo_t *info, void *context)
{
    handed_on = 1;
    if (!asking) call_host(&slot_of(signal)->hosts[0], signal, info, context);
}

static bool java_takes(int signal, siginfo_t *info, void *context)
{
    int asking_before = asking, handed_on_before = handed_on;
    asking = 1;
    handed_on = 0;
    bool taken = ask_java(signal, info, context, 0) && !handed_on;
    asking = asking_before;
    handed_on = handed_on_before;
    return taken;
}

/*
 * Our handler. Exported, so that another copy of this library knows it by its name.
 *
 * A host's handler may call the one that it found, which can be ours: then the next older handler has its turn. That is
 * the case when the same signal frame comes again from further down the stack; the same frame at the same depth is a
 * new fault after the host left the last one by longjmp.
 */
SHIM_EXPORT void arioso_signal_guard(int signal, siginfo_t *info, void *context)
{
    int error = errno;
    char *frame = __builtin_frame_address(0);
    bool again = calling.context == context && frame < calling.frame;
    if (again || !java_takes(signal, info, context)) {
        guarded *slot = slot_of(signal);
        calling.depth = again ? calling.depth + 1 : 0;
        calling.context = context;
        calling.frame = frame;
        int host = atomic_load(&slot->count) - 1 - calling.depth;
        if (host >= 0) call_host(&slot->hosts[host], signal, info, context);
        else do_as_without_handler(signal, info);
        calling.context = NULL;
    }
    errno = error;
}

/* ---- watching ---- */

/* With libjsig loaded before the C library, Java and the host are told apart by it. */
static bool libjsig_is_there(void)
{
    return dlsym(RTLD_DEFAULT, "JVM_get_signal_action") != NULL;
}

static bool is_in_order(any_handler *handler)
{
    Dl_info where;
    if (!dladdr((void *)handler, &where)) return false;
    return where.dli_fbase == base_of_java
        || (where.dli_saddr == (void *)handler && strcmp(where.dli_sname, "arioso_signal_guard") == 0);
}

/* Beyond the last place the newest replaces the one before: eight crash reporters have had their turn then. */
static void remember(guarded *slot, const struct sigaction *host)
{
    int count = atomic_load(&slot->count);
    if (count > 0 && handler_of(&slot->hosts[count - 1]) == handler_of(host)) return;
    if (count == MOST_HOSTS) count--;
    slot->hosts[count] = *host;
    atomic_store(&slot->count, count + 1);
}

static void guard_signal(guarded *slot)
{
    struct sigaction now;
    if (sigaction(slot->signal, NULL, &now) != 0 || handler_of(&now) == atomic_load(&slot->good)) return;
    if (!is_function(&now) || !is_in_order(handler_of(&now))) {
        remember(slot, &now);
        now.sa_flags = (now.sa_flags & ~SA_RESETHAND) | SA_SIGINFO;
        now.sa_sigaction = arioso_signal_guard;
        sigaction(slot->signal, &now, NULL);
    }
    atomic_store(&slot->good, handler_of(&now));
}

void shim_guard_signals(void)
{
    if (!ask_java || atomic_flag_test_and_set(&busy)) return;
    for (int i = 0; i < SIGNALS; i++) guard_signal(&slots[i]);
    atomic_flag_clear(&busy);
}

void shim_signals_before_java(void)
{
    for (int i = 0; i < SIGNALS && !libjsig_is_there(); i++) {
        struct sigaction now;
        if (sigaction(slots[i].signal, NULL, &now) != 0 || !is_function(&now)) continue;
        remember(&slots[i], &now);
        now.sa_flags |= SA_SIGINFO;
        now.sa_sigaction = hand_on;
        sigaction(slots[i].signal, &now, NULL);
    }
}

void shim_signals_of_java(void *library)
{
    Dl_info where;
    void *ask = library ? dlsym(library, "JVM_handle_linux_signal") : NULL;
    if (!ask || libjsig_is_there() || !dladdr(ask, &where)) return;
    base_of_java = where.dli_fbase;
    ask_java = (ask_java_function *)ask;
}

/* ---- surroundings ---- */

/* Options for any Java that the user starts; what is wrong in them would end the process. */
static const char *const OPTION_VARIABLES[] = {
    "JAVA_TOOL_OPTIONS=", "_JAVA_OPTIONS=", "JDK_JAVA_OPTIONS=", "JDK_AOT_VM_OPTIONS="};
enum { VARIABLES = sizeof OPTION_VARIABLES / sizeof *OPTION_VARIABLES, DISPOSITIONS = 3 };
static const int DISPOSITION_SIGNALS[DISPOSITIONS] = {SIGPIPE, SIGXFSZ, SIGUSR2};
static char HIDDEN[] = "ARIOSO_HIDDEN=";

extern char **environ;

struct shim_surroundings {
    char *locale;
    char *variables[VARIABLES];
    struct sigaction dispositions[DISPOSITIONS];
};

static char **place_of(const char *start)
{
    for (char **at = environ; at && *at; at++) if (strncmp(*at, start, strlen(start)) == 0) return at;
    return NULL;
}

shim_surroundings *shim_keep_surroundings(void)
{
    shim_surroundings *kept = calloc(1, sizeof *kept);
    if (!kept) return NULL;
    const char *locale = setlocale(LC_ALL, NULL);
    kept->locale = locale ? strdup(locale) : NULL;
    for (int i = 0; i < DISPOSITIONS; i++) sigaction(DISPOSITION_SIGNALS[i], NULL, &kept->dispositions[i]);
    /* Exchanging a pointer in its place is harmless to threads that read the environment; unsetenv moves the others. */
    for (int i = 0; i < VARIABLES; i++) {
        char **place = place_of(OPTION_VARIABLES[i]);
        if (!place) continue;
        kept->variables[i] = *place;
        *place = HIDDEN;
    }
    return kept;
}

/* SIGPIPE and SIGXFSZ: Java calls a handler that was there before, but does not ignore for the host's children. Where
   the host had nothing Java's stays, as a broken socket would end the DAW. SIGUSR2: only a profiler needs it. */
static void restore_disposition(int signal, const struct sigaction *before)
{
    bool ignored = handler_of(before) == (any_handler *)SIG_IGN;
    if (ignored || (signal == SIGUSR2 && is_function(before))) sigaction(signal, before, NULL);
}

void shim_restore_surroundings(shim_surroundings *kept)
{
    if (!kept) return;
    for (int i = 0; i < VARIABLES; i++) {
        char **place = kept->variables[i] ? place_of(HIDDEN) : NULL;
        if (place) *place = kept->variables[i];
    }
    for (int i = 0; i < DISPOSITIONS; i++) restore_disposition(DISPOSITION_SIGNALS[i], &kept->dispositions[i]);
    if (kept->locale) setlocale(LC_ALL, kept->locale);
    free(kept->locale);
    free(kept);
}

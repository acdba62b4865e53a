/* Finds a Java to use without starting it: files are read, nothing is loaded. */
#include "shim.h"
#include "java.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__x86_64__)
enum { MACHINE = EM_X86_64 };
#define ARCHITECTURE "x86_64"
#elif defined(__aarch64__)
enum { MACHINE = EM_AARCH64 };
#define ARCHITECTURE "aarch64"
#else
#error "the shim is written for x86_64 and aarch64"
#endif

/* Where distributions and tools put Java; in the folder of one kind the newest comes first. Tests have other places. */
#ifndef SHIM_USUAL_PLACES
#define SHIM_USUAL_PLACES "/usr/lib/jvm/*", "/usr/lib64/jvm/*", "/usr/java/*", "/opt/java/*", \
    "~/.sdkman/candidates/java/current", "~/.jdks/*", \
    "/run/host/usr/lib/jvm/*" /* from inside a Flatpak */
#endif
static const char *const USUAL_PLACES[] = {SHIM_USUAL_PLACES, NULL};
/* The value of ARIOSO_JAVA_HOME with which plug-ins only pass audio through: a way into a session that will not
   open. */
static const char SWITCHED_OFF[] = "none";

static pthread_once_t once = PTHREAD_ONCE_INIT;
static shim_javas javas;

static void looked_in(const char *place, const char *what)
{
    size_t used = strlen(javas.looked_in);
    snprintf(javas.looked_in + used, sizeof javas.looked_in - used, "%s%s (%s)", used ? ", " : "", place, what);
}

/* A value of a release file: NAME="value". */
static bool read_release(const char *text, const char *name, char *value, size_t size)
{
    size_t length = strlen(name);
    for (const char *line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        if (strncmp(line, name, length) != 0 || strncmp(line + length, "=\"", 2) != 0) continue;
        const char *from = line + length + 2;
        snprintf(value, size, "%.*s", (int)strcspn(from, "\"\n"), from);
        return true;
    }
    return false;
}

static bool read_file(const char *path, char *text, size_t size)
{
    FILE *file = fopen(path, "re");
    if (!file) return false;
    text[fread(text, 1, size - 1, file)] = 0;
    fclose(file);
    return true;
}

/* "17.0.15" and, up to Java 8, "1.8.0_392". */
static void parse_version(const char *text, int *version)
{
    if (strncmp(text, "1.", 2) == 0) text += 2;
    memset(version, 0, 3 * sizeof *version);
    sscanf(text, "%d.%d.%d", &version[0], &version[1], &version[2]);
}

/* Null if the file is a shared library for this machine, otherwise what is wrong with it. */
static const char *wrong_library(const char *path)
{
    Elf64_Ehdr head;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return errno == EACCES ? "its libjvm.so is not readable" : "no lib/server/libjvm.so";
    ssize_t length = read(file, &head, sizeof head);
    close(file);
    if (length < (ssize_t)sizeof head || memcmp(head.e_ident, ELFMAG, SELFMAG) != 0) return "its libjvm.so is damaged";
    if (head.e_ident[EI_CLASS] != ELFCLASS64) return "a 32-bit Java";
    return head.e_machine == MACHINE ? NULL : "for another kind of processor than " ARCHITECTURE;
}

/* Fills in what is at a Java's home; null if it is usable, otherwise what is wrong with it. */
static const char *look_at(const char *home, shim_java *java, char *reason, size_t size)
{
    char path[PATH_MAX + 32], release[8192], value[64];
    snprintf(path, sizeof path, "%s/release", home);
    if (!read_file(path, release, sizeof release)) return "no Java: it has no readable file \"release\"";
    if (!read_release(release, "JAVA_VERSION", value, sizeof value)) return "its file \"release\" tells no version";
    parse_version(value, java->version);
    if (java->version[0] < SHIM_LEAST_JAVA) {
        snprintf(reason, size, "Java %d is too old", java->version[0]);
        return reason;
    }
    if (read_release(release, "JVM_VARIANT", value, sizeof value) && strcasecmp(value, "hotspot") != 0) {
        snprintf(reason, size, "its virtual machine is %s, only HotSpot is known to work", value);
        return reason;
    }
    snprintf(path, sizeof path, "%s/lib/server/libjvm.so", home);
    const char *wrong = wrong_library(path);
    if (!wrong && !realpath(path, java->library)) return strerror(errno);
    return wrong;
}

/* Takes a Java over if it is usable; called is what names it, null for a folder that speaks for itself. */
static bool consider(const char *home, const char *called)
{
    char reason[128], place[PATH_MAX + 32];
    shim_java java;
    if (javas.count == SHIM_MOST_JAVAS) return true;
    const char *wrong = look_at(home, &java, reason, sizeof reason);
    if (wrong) {
        snprintf(place, sizeof place, "%s%s%s", called ? called : "", called ? " = " : "", home);
        looked_in(place, wrong);
        return false;
    }
    for (int i = 0; i < javas.count; i++) if (strcmp(javas.java[i].library, java.library) == 0) return true;
    javas.java[javas.count++] = java;
    return true;
}

static void consider_variable(const char *name)
{
    const char *home = getenv(name);
    if (!home || !*home) {
        looked_in(name, "not set");
        return;
    }
    /* Someone wanted that very Java: say so even if another one serves. */
    if (!consider(home, name)) shim_say("no usable Java there: %s", javas.looked_in);
}

static void consider_bundle(void)
{
    char path[PATH_MAX + 16], home[PATH_MAX];
    if (!shim_resources()) return;
    snprintf(path, sizeof path, "%s/java.home", shim_resources());
    if (read_file(path, home, sizeof home)) {
        home[strcspn(home, "\r\n")] = 0;
        consider(home, "java.home of the bundle");
    }
    snprintf(path, sizeof path, "%s/runtime", shim_resources());
    if (access(path, F_OK) == 0) consider(path, NULL);
}

static int newer_first(const void *a, const void *b)
{
    const int *one = ((const shim_java *)a)->version, *other = ((const shim_java *)b)->version;
    for (int i = 0; i < 3; i++) if (one[i] != other[i]) return other[i] - one[i];
    return 0;
}

static void consider_usual_place(const char *pattern)
{
    glob_t found;
    int before = javas.count;
    if (glob(pattern, GLOB_TILDE | GLOB_ONLYDIR, NULL, &found) != 0) {
        looked_in(pattern, "nothing there");
        return;
    }
    for (size_t i = 0; i < found.gl_pathc; i++) consider(found.gl_pathv[i], NULL);
    globfree(&found);
    qsort(javas.java + before, (size_t)(javas.count - before), sizeof *javas.java, newer_first);
}

/* The home of the "java" that a shell would start. */
static void consider_path(void)
{
    char folders[8192], path[PATH_MAX + 8], home[PATH_MAX];
    snprintf(folders, sizeof folders, "%s", getenv("PATH") ? getenv("PATH") : "");
    char *rest = folders;
    for (char *folder = strsep(&rest, ":"); folder; folder = strsep(&rest, ":")) {
        snprintf(path, sizeof path, "%.*s/java", PATH_MAX, folder);
        if (!*folder || access(path, X_OK) != 0 || !realpath(path, home)) continue;
        for (int i = 0; i < 2; i++) if (strrchr(home, '/')) *strrchr(home, '/') = 0;
        consider(home, "java on the PATH");
        return;
    }
    looked_in("PATH", "no java");
}

static void find(void)
{
    const char *wanted = getenv("ARIOSO_JAVA_HOME");
    if (wanted && strcmp(wanted, SWITCHED_OFF) == 0) {
        looked_in("ARIOSO_JAVA_HOME", "none: Java is switched off");
        return;
    }
    consider_bundle();
    consider_variable("ARIOSO_JAVA_HOME");
    consider_variable("JAVA_HOME");
    for (const char *const *place = USUAL_PLACES; *place; place++) consider_usual_place(*place);
    consider_path();
}

const shim_javas *shim_find_java(void)
{
    pthread_once(&once, find);
    return &javas;
}

void shim_no_java(const char *where, char *sentence, size_t size)
{
    snprintf(sentence, size, "Java %d or newer was not found. Install it (for example: apt install "
        "default-jre-headless) or set ARIOSO_JAVA_HOME; looked in %s", SHIM_LEAST_JAVA, where);
}

const char *shim_java_of_library(const char *path, shim_java *java, char *reason, size_t size)
{
    char home[PATH_MAX];
    if (!realpath(path, home)) return strerror(errno);
    for (int i = 0; i < 3; i++) if (strrchr(home, '/')) *strrchr(home, '/') = 0;
    return look_at(home, java, reason, size);
}

/* The libraries of this process: is a virtual machine among them, and which copy of the shim was first? */
#include "shim.h"
#include "java.h"

#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/*
 * Several bundles are several copies of this library in one process, and all need one lock. They take that of the copy
 * which was loaded first: no copy is ever unloaded, so the answer never changes, and nothing is needed that a sandbox
 * could refuse. The name stays for ever, as bundles of different ages meet.
 */
SHIM_EXPORT pthread_mutex_t arioso_process_lock_1 = PTHREAD_MUTEX_INITIALIZER;

typedef struct {
    char *path;
    ElfW(Addr) base;
} library;

typedef struct {
    library *libraries;
    int count;
} list;

static int add(struct dl_phdr_info *info, size_t size, void *data)
{
    list *loaded = data;
    (void)size;
    library *libraries = realloc(loaded->libraries, ((size_t)loaded->count + 1) * sizeof *libraries);
    if (!libraries) return 1;
    loaded->libraries = libraries;
    libraries[loaded->count] = (library){strdup(info->dlpi_name), info->dlpi_addr};
    loaded->count += libraries[loaded->count].path != NULL;
    return 0;
}

/* That library's own symbol, not one of a library that it depends on. */
static void *own_symbol(const library *of, const char *name)
{
    void *handle = *of->path ? dlopen(of->path, RTLD_NOLOAD | RTLD_LAZY) : NULL;
    if (!handle) return NULL;
    Dl_info where;
    struct link_map *map;
    void *symbol = dlsym(handle, name);
    if (symbol && (!dladdr1(symbol, &where, (void **)&map, RTLD_DL_LINKMAP) || map->l_addr != of->base)) symbol = NULL;
    dlclose(handle);
    return symbol;
}

/* First a list, then the questions: dlopen under dl_iterate_phdr could wait for a thread that waits for us. */
void shim_each_loaded(const char *symbol, bool (*take)(void *context, const char *path, void *symbol), void *context)
{
    list loaded = {NULL, 0};
    bool more = true;
    dl_iterate_phdr(add, &loaded);
    for (int i = 0; i < loaded.count; i++) {
        void *found = more ? own_symbol(&loaded.libraries[i], symbol) : NULL;
        if (found) more = take(context, loaded.libraries[i].path, found);
        free(loaded.libraries[i].path);
    }
    free(loaded.libraries);
}

static bool take_first(void *context, const char *path, void *symbol)
{
    (void)path;
    *(pthread_mutex_t **)context = symbol;
    return false;
}

pthread_mutex_t *shim_process_lock(void)
{
    pthread_mutex_t *lock = &arioso_process_lock_1;
    shim_each_loaded("arioso_process_lock_1", take_first, &lock);
    return lock;
}

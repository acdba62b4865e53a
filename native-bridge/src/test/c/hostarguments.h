/* What the command line of a test host says. */
#ifndef ARIOSO_HOSTARGUMENTS_H
#define ARIOSO_HOSTARGUMENTS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int argument_count;
static char **arguments;

static const char *option(const char *name, const char *otherwise) {
    for (int i = 0; i + 1 < argument_count; i++) if (!strcmp(arguments[i], name)) return arguments[i + 1];
    return otherwise;
}

static bool flag(const char *name) {
    for (int i = 0; i < argument_count; i++) if (!strcmp(arguments[i], name)) return true;
    return false;
}

static const char *argument(int index) {
    if (index < argument_count) return arguments[index];
    fprintf(stderr, "too few arguments\n");
    exit(2);
}

/* A parameter's number: itself in digits, or 31 bits of the FNV-1a hash of its id. */
static uint32_t key_of(const char *id) {
    if (*id >= '0' && *id <= '9') return strtoul(id, NULL, 10);
    uint32_t hash = 0x811c9dc5;
    while (*id) hash = (hash ^ (unsigned char) *id++) * 0x01000193;
    return hash & 0x7fffffff;
}

#endif

/* Words to the user where there is no Java to log them. */
#include "shim.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_LINES = 64, LENGTH = 2560 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint32_t said[MOST_LINES];
static int said_count;

static uint32_t hash(const char *text)
{
    uint32_t value = 2166136261u;
    for (; *text; text++) value = (value ^ (uint8_t)*text) * 16777619u;
    return value;
}

/* Whether a line is new; after MOST_LINES different ones nothing more is. */
static bool is_new(const char *line)
{
    uint32_t value = hash(line);
    pthread_mutex_lock(&lock);
    bool known = said_count == MOST_LINES;
    for (int i = 0; i < said_count; i++) known |= said[i] == value;
    if (!known) said[said_count++] = value;
    pthread_mutex_unlock(&lock);
    return !known;
}

void shim_say(const char *format, ...)
{
    char line[LENGTH];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (is_new(line)) fprintf(stderr, "arioso: %s\n", line);
}

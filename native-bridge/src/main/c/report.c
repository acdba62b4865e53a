/* What "arioso bridge doctor" asks the shim: the answer is the shim's own, so the two cannot disagree. */
#include "java.h"
#include "shim.h"

#include <stdio.h>

/* Writes which Java would be tried first, or why there is none; true if there is one. Starts nothing. [any thread] */
SHIM_EXPORT int arioso_shim_java(char *text, int size)
{
    const shim_javas *found = shim_find_java();
    if (found->count == 0) {
        shim_no_java(found->looked_in, text, (size_t)size);
        return false;
    }
    const shim_java *first = &found->java[0];
    snprintf(text, (size_t)size, "Java %d.%d.%d, %s", first->version[0], first->version[1], first->version[2],
        first->library);
    return true;
}

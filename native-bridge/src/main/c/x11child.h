/*
 * A window of our own inside a host's, for hosts that want one at once. By XCB, loaded when needed: Xlib ends the
 * process on errors, for which a host may set one handler only, and a parent may vanish at any time.
 */
#ifndef ARIOSO_X11CHILD_H
#define ARIOSO_X11CHILD_H

#include <stdbool.h>
#include <stdint.h>

typedef struct x11child x11child;

/* A shown child; null if there is no display or no XCB. [main thread, and so on] */
x11child *x11child_make(uint32_t parent, int32_t width, int32_t height);
uint32_t x11child_window(const x11child *);
void x11child_resize(x11child *, int32_t width, int32_t height);
/* Whether somebody has given it another size since. */
bool x11child_resized(x11child *, int32_t *width, int32_t *height);
void x11child_destroy(x11child *);

#endif

/*
 * LV2 in our own words: what of its interfaces is used here, from the public specification (lv2plug.in, ISC).
 * 64-bit; the layout is checked below.
 */
#ifndef ARIOSO_LV2_ABI_H
#define ARIOSO_LV2_ABI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LV2_NS "http://lv2plug.in/ns/"
#define LV2_ATOM LV2_NS "ext/atom#"
#define LV2_TIME LV2_NS "ext/time#"
#define LV2_UI LV2_NS "extensions/ui#"
#define LV2_STATE_INTERFACE LV2_NS "ext/state#interface"
#define LV2_URID_MAP LV2_NS "ext/urid#map"
#define LV2_OPTIONS LV2_NS "ext/options#options"
#define LV2_MAX_BLOCK LV2_NS "ext/buf-size#maxBlockLength"
#define LV2_LOG LV2_NS "ext/log#log"
#define LV2_LOG_ERROR LV2_NS "ext/log#Error"
#define LV2_INSTANCE_ACCESS LV2_NS "ext/instance-access"

typedef struct {
    const char *uri;
    void *data;
} lv2_feature;

typedef struct lv2_descriptor_t {
    const char *uri;
    void *(*instantiate)(const struct lv2_descriptor_t *, double rate, const char *bundle, const lv2_feature *const *);
    void (*connect_port)(void *, uint32_t port, void *data);
    void (*activate)(void *);
    void (*run)(void *, uint32_t frames);
    void (*deactivate)(void *);
    void (*cleanup)(void *);
    const void *(*extension_data)(const char *uri);
} lv2_descriptor_t;

typedef struct {
    void *handle;
    uint32_t (*map)(void *handle, const char *uri);
} lv2_urid_map;

/* An array of these ends with one whose key and value are zero. */
typedef struct {
    uint32_t context, subject, key, size, type;
    const void *value;
} lv2_option;

typedef struct {
    void *handle;
    int (*printf)(void *handle, uint32_t type, const char *format, ...);
    int (*vprintf)(void *handle, uint32_t type, const char *format, void *arguments);
} lv2_log;

enum { LV2_STATE_POD = 1, LV2_STATE_PORTABLE = 2 };
enum lv2_state_status {
    LV2_STATE_OK, LV2_STATE_UNKNOWN, LV2_STATE_BAD_TYPE, LV2_STATE_BAD_FLAGS, LV2_STATE_NO_FEATURE,
    LV2_STATE_NO_PROPERTY
};

typedef uint32_t lv2_store(void *state, uint32_t key, const void *, size_t, uint32_t type, uint32_t flags);
typedef const void *lv2_retrieve(void *state, uint32_t key, size_t *, uint32_t *type, uint32_t *flags);

typedef struct {
    uint32_t (*save)(void *, lv2_store *, void *state, uint32_t flags, const lv2_feature *const *);
    uint32_t (*restore)(void *, lv2_retrieve *, void *state, uint32_t flags, const lv2_feature *const *);
} lv2_state;

/* Atoms: all begin with size and type and are padded to 8 bytes where they follow each other. */
typedef struct {
    uint32_t size, type;
} lv2_atom;

/* A sequence's body: 8 bytes of head, then events. */
typedef struct {
    int64_t frame;
    lv2_atom atom;
} lv2_atom_event;

/* An object's body: 8 bytes of head, then properties. */
typedef struct {
    uint32_t id, type;
} lv2_atom_object;

typedef struct {
    uint32_t key, context;
    lv2_atom value;
} lv2_atom_property;

typedef void lv2ui_write(void *controller, uint32_t port, uint32_t size, uint32_t protocol, const void *);

typedef struct lv2ui_descriptor_t {
    const char *uri;
    void *(*instantiate)(const struct lv2ui_descriptor_t *, const char *plugin, const char *bundle, lv2ui_write *,
        void *controller, void **widget, const lv2_feature *const *);
    void (*cleanup)(void *);
    void (*port_event)(void *, uint32_t port, uint32_t size, uint32_t format, const void *);
    const void *(*extension_data)(const char *uri);
} lv2ui_descriptor_t;

typedef struct {
    void *handle;
    int (*resize)(void *handle, int width, int height);
} lv2ui_resize;

typedef struct {
    void *handle;
    void (*touch)(void *handle, uint32_t port, bool grabbed);
} lv2ui_touch;

typedef struct {
    int (*idle)(void *);
} lv2ui_idle;

typedef struct {
    int (*show)(void *);
    int (*hide)(void *);
} lv2ui_show;

_Static_assert(sizeof(lv2_descriptor_t) == 64, "LV2_Descriptor");
_Static_assert(sizeof(lv2ui_descriptor_t) == 40, "LV2UI_Descriptor");
_Static_assert(sizeof(lv2_option) == 32 && offsetof(lv2_option, value) == 24, "LV2_Options_Option");
_Static_assert(sizeof(lv2_atom_event) == 16, "LV2_Atom_Event");
_Static_assert(sizeof(lv2_atom_property) == 16, "LV2_Atom_Property_Body");
_Static_assert(sizeof(lv2_state) == 16, "LV2_State_Interface");

#endif

/*
 * VST3's binary interface in our own words, as far as it is used here: Linux, 64 bits, little-endian.
 *
 * A pointer to an interface points to an object whose first word points to a table of functions; the object is the
 * first argument of each. Every table begins with query, add_ref and release.
 */
#ifndef ARIOSO_VST3_ABI_H
#define ARIOSO_VST3_ABI_H

#include <stddef.h>
#include <stdint.h>

enum vst3_result {
    VST3_NO_INTERFACE = -1, VST3_OK = 0, VST3_FALSE = 1, VST3_INVALID_ARGUMENT = 2, VST3_NOT_IMPLEMENTED = 3,
    VST3_INTERNAL_ERROR = 4, VST3_NOT_INITIALIZED = 5, VST3_OUT_OF_MEMORY = 6
};

enum { VST3_AUDIO = 0, VST3_EVENTS = 1, VST3_INPUT = 0, VST3_OUTPUT = 1, VST3_MAIN = 0, VST3_AUX = 1 };
enum { VST3_REALTIME = 0, VST3_PREFETCH = 1, VST3_OFFLINE = 2, VST3_FLOAT32 = 0 };
enum {
    VST3_CAN_AUTOMATE = 1, VST3_READ_ONLY = 2, VST3_LIST = 8, VST3_PROGRAM_CHANGE = 1 << 15, VST3_BYPASS = 1 << 16
};
enum { VST3_PLAYING = 2, VST3_RECORDING = 8, VST3_HAS_QUARTERS = 0x200, VST3_HAS_TEMPO = 0x400, VST3_HAS_BAR = 0x800,
    VST3_HAS_SIGNATURE = 0x2000 };
/* What a processor wants to know of the transport: quarters, bar, tempo, signature, state. */
enum { VST3_NEEDS = 0x4 | 0x8 | 0x40 | 0x80 | 0x400 };
#define VST3_STEREO 3u
#define VST3_MONO (1u << 19)
#define VST3_ENDLESS_TAIL 0xFFFFFFFFu
enum { VST3_UNICODE = 16, VST3_MANY_INSTANCES = 0x7FFFFFFF, VST3_ROOT_UNIT = 0, VST3_NO_UNIT = -1, VST3_NO_LIST = -1 };

typedef uint16_t vst3_char;         /* UTF-16 */
typedef vst3_char vst3_text[128];   /* with its zero */
typedef uint8_t vst3_id[16];

#define VST3_WORD(w) (uint8_t)((w) >> 24), (uint8_t)((w) >> 16), (uint8_t)((w) >> 8), (uint8_t)(w)
#define VST3_ID(a, b, c, d) { VST3_WORD(a##u), VST3_WORD(b##u), VST3_WORD(c##u), VST3_WORD(d##u) }

static const vst3_id
    VST3_UNKNOWN_ID = VST3_ID(0x00000000, 0x00000000, 0xC0000000, 0x00000046),
    VST3_FACTORY_ID = VST3_ID(0x7A4D811C, 0x52114A1F, 0xAED9D2EE, 0x0B43BF9F),
    VST3_FACTORY2_ID = VST3_ID(0x0007B650, 0xF24B4C0B, 0xA464EDB9, 0xF00B2ABB),
    VST3_FACTORY3_ID = VST3_ID(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931),
    VST3_BASE_ID = VST3_ID(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625),
    VST3_COMPONENT_ID = VST3_ID(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802),
    VST3_PROCESSOR_ID = VST3_ID(0x42043F99, 0xB7DA453C, 0xA569E79D, 0x9AAEC33D),
    VST3_REQUIREMENTS_ID = VST3_ID(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0),
    VST3_CONTROLLER_ID = VST3_ID(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E),
    VST3_CONTROLLER2_ID = VST3_ID(0x7F4EFE59, 0xF3204967, 0xAC27A3AE, 0xAFB63038),
    VST3_CONNECTION_ID = VST3_ID(0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1),
    VST3_UNITS_ID = VST3_ID(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1),
    VST3_VIEW_ID = VST3_ID(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29),
    VST3_VIEW_SCALE_ID = VST3_ID(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F),
    VST3_RUN_LOOP_ID = VST3_ID(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389),
    VST3_TIMER_ID = VST3_ID(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9);

/* ---- what a scan reads ---- */

typedef struct {
    char vendor[64], url[256], email[128];
    int32_t flags;
} vst3_factory_info;

typedef struct {
    vst3_id cid;
    int32_t cardinality;
    char category[32], name[64];
} vst3_class_info;

typedef struct {
    vst3_id cid;
    int32_t cardinality;
    char category[32], name[64];
    uint32_t flags;
    char sub_categories[128], vendor[64], version[64], sdk_version[64];
} vst3_class_info2;

typedef struct {
    vst3_id cid;
    int32_t cardinality;
    char category[32];
    vst3_char name[64];
    uint32_t flags;
    char sub_categories[128];
    vst3_char vendor[64], version[64], sdk_version[64];
} vst3_class_info_wide;

/* ---- what a processor is given ---- */

typedef struct {
    int32_t mode, sample_size, max_frames;
    double rate;
} vst3_setup;

typedef struct {
    int32_t channels;
    uint64_t silence;     /* a bit for each channel whose samples are all zero */
    float **planes;       /* may be null where there are no channels or no frames */
} vst3_buffers;

typedef struct {
    uint32_t state;
    double rate;
    int64_t position_frames, system_time, continuous_frames;
    double quarters, bar_quarters, cycle_start, cycle_end, tempo;
    int32_t numerator, denominator;
    int32_t chord, smpte;
    uint32_t frame_rate[2];
    int32_t clock;
} vst3_transport;

typedef struct vst3_changes vst3_changes;

typedef struct {
    int32_t mode, sample_size, frames, input_count, output_count;
    vst3_buffers *inputs, *outputs;
    vst3_changes *changes_in, *changes_out;
    void *events_in, *events_out;
    const vst3_transport *transport;
} vst3_block;

/* ---- what a controller tells ---- */

typedef struct {
    int32_t media, direction, channels;
    vst3_text name;
    int32_t type;
    uint32_t flags;       /* 1: active unless the host says otherwise */
} vst3_bus_info;

typedef struct {
    uint32_t id;
    vst3_text title, short_title, units;
    int32_t steps;        /* 0 for a continuous range, else the number of values less one */
    double default_value;
    int32_t unit, flags;
} vst3_parameter_info;

typedef struct {
    int32_t id, parent;
    vst3_text name;
    int32_t program_list;
} vst3_unit_info;

typedef struct {
    int32_t id;
    vst3_text name;
    int32_t count;
} vst3_program_list_info;

typedef struct {
    int32_t left, top, right, bottom;
} vst3_rectangle;

_Static_assert(sizeof(vst3_factory_info) == 452, "PFactoryInfo");
_Static_assert(offsetof(vst3_factory_info, flags) == 448, "PFactoryInfo");
_Static_assert(sizeof(vst3_class_info) == 116 && offsetof(vst3_class_info, name) == 52, "PClassInfo");
_Static_assert(sizeof(vst3_class_info2) == 440 && offsetof(vst3_class_info2, flags) == 116, "PClassInfo2");
_Static_assert(offsetof(vst3_class_info2, sdk_version) == 376, "PClassInfo2");
_Static_assert(sizeof(vst3_class_info_wide) == 696 && offsetof(vst3_class_info_wide, flags) == 180, "PClassInfoW");
_Static_assert(offsetof(vst3_class_info_wide, sdk_version) == 568, "PClassInfoW");
_Static_assert(sizeof(vst3_setup) == 24 && offsetof(vst3_setup, rate) == 16, "ProcessSetup");
_Static_assert(sizeof(vst3_buffers) == 24 && offsetof(vst3_buffers, planes) == 16, "AudioBusBuffers");
_Static_assert(sizeof(vst3_block) == 80 && offsetof(vst3_block, changes_in) == 40, "ProcessData");
_Static_assert(offsetof(vst3_block, transport) == 72, "ProcessData");
_Static_assert(sizeof(vst3_transport) == 112 && offsetof(vst3_transport, quarters) == 40, "ProcessContext");
_Static_assert(offsetof(vst3_transport, tempo) == 72 && offsetof(vst3_transport, clock) == 104, "ProcessContext");
_Static_assert(sizeof(vst3_bus_info) == 276 && offsetof(vst3_bus_info, flags) == 272, "BusInfo");
_Static_assert(sizeof(vst3_parameter_info) == 792 && offsetof(vst3_parameter_info, steps) == 772, "ParameterInfo");
_Static_assert(offsetof(vst3_parameter_info, flags) == 788, "ParameterInfo");
_Static_assert(sizeof(vst3_unit_info) == 268 && offsetof(vst3_unit_info, program_list) == 264, "UnitInfo");
_Static_assert(sizeof(vst3_program_list_info) == 264, "ProgramListInfo");
_Static_assert(sizeof(vst3_rectangle) == 16, "ViewRect");

/* ---- tables that we call ---- */

#define VST3_UNKNOWN \
    int32_t (*query)(void *self, const uint8_t *id, void **object); \
    uint32_t (*add_ref)(void *self); \
    uint32_t (*release)(void *self)

typedef struct {
    VST3_UNKNOWN;
} vst3_unknown_table;

/* Any object of the host. */
typedef struct {
    const vst3_unknown_table *table;
} vst3_unknown;

typedef struct {
    VST3_UNKNOWN;
    uint32_t (*parameter)(void *self);
    int32_t (*count)(void *self);
    int32_t (*point)(void *self, int32_t index, int32_t *frame, double *value);
    int32_t (*add)(void *self, int32_t frame, double value, int32_t *index);
} vst3_queue_table;

/* The values that one parameter takes in a block, at rising frames. */
typedef struct {
    const vst3_queue_table *table;
} vst3_queue;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*count)(void *self);
    vst3_queue *(*queue)(void *self, int32_t index);
    vst3_queue *(*add)(void *self, const uint32_t *parameter, int32_t *index);
} vst3_changes_table;

struct vst3_changes {
    const vst3_changes_table *table;
};

typedef struct {
    VST3_UNKNOWN;
    int32_t (*add_descriptor)(void *self, void *handler, int32_t descriptor);
    int32_t (*remove_descriptor)(void *self, void *handler);
    int32_t (*add_timer)(void *self, void *handler, uint64_t milliseconds);
    int32_t (*remove_timer)(void *self, void *handler);
} vst3_run_loop_table;

/* Calls on the thread of the host's screen. */
typedef struct {
    const vst3_run_loop_table *table;
} vst3_run_loop;

/* ---- tables that the host calls ---- */

typedef struct {
    VST3_UNKNOWN;
    int32_t (*factory_info)(void *self, vst3_factory_info *info);
    int32_t (*class_count)(void *self);
    int32_t (*class_info)(void *self, int32_t index, vst3_class_info *info);
    int32_t (*create)(void *self, const uint8_t *cid, const uint8_t *id, void **object);
    int32_t (*class_info2)(void *self, int32_t index, vst3_class_info2 *info);
    int32_t (*class_info_wide)(void *self, int32_t index, vst3_class_info_wide *info);
    int32_t (*set_host)(void *self, vst3_unknown *host);
} vst3_factory_table;

#define VST3_BASE \
    VST3_UNKNOWN; \
    int32_t (*initialize)(void *self, vst3_unknown *host); \
    int32_t (*terminate)(void *self)

typedef struct {
    VST3_BASE;
    int32_t (*controller_class)(void *self, uint8_t *cid);
    int32_t (*set_io_mode)(void *self, int32_t mode);
    int32_t (*bus_count)(void *self, int32_t media, int32_t direction);
    int32_t (*bus_info)(void *self, int32_t media, int32_t direction, int32_t index, vst3_bus_info *info);
    int32_t (*routing_info)(void *self, void *in, void *out);
    int32_t (*activate_bus)(void *self, int32_t media, int32_t direction, int32_t index, uint8_t on);
    int32_t (*set_active)(void *self, uint8_t on);
    int32_t (*set_state)(void *self, void *stream);
    int32_t (*get_state)(void *self, void *stream);
} vst3_component_table;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*set_arrangements)(void *self, const uint64_t *in, int32_t in_count, const uint64_t *out,
        int32_t out_count);
    int32_t (*arrangement)(void *self, int32_t direction, int32_t index, uint64_t *arrangement);
    int32_t (*can_process)(void *self, int32_t sample_size);
    uint32_t (*latency)(void *self);
    int32_t (*set_up)(void *self, const vst3_setup *setup);
    int32_t (*set_processing)(void *self, uint8_t on);
    int32_t (*process)(void *self, vst3_block *block);
    uint32_t (*tail)(void *self);
} vst3_processor_table;

typedef struct {
    VST3_UNKNOWN;
    uint32_t (*needs)(void *self);
} vst3_requirements_table;

typedef struct {
    VST3_BASE;
    int32_t (*set_component_state)(void *self, void *stream);
    int32_t (*set_state)(void *self, void *stream);
    int32_t (*get_state)(void *self, void *stream);
    int32_t (*parameter_count)(void *self);
    int32_t (*parameter_info)(void *self, int32_t index, vst3_parameter_info *info);
    int32_t (*text_of)(void *self, uint32_t id, double normalized, vst3_char *text);
    int32_t (*value_of)(void *self, uint32_t id, const vst3_char *text, double *normalized);
    double (*to_plain)(void *self, uint32_t id, double normalized);
    double (*to_normalized)(void *self, uint32_t id, double plain);
    double (*get)(void *self, uint32_t id);
    int32_t (*set)(void *self, uint32_t id, double normalized);
    int32_t (*set_handler)(void *self, vst3_unknown *handler);
    void *(*create_view)(void *self, const char *name);
} vst3_controller_table;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*set_knob_mode)(void *self, int32_t mode);
    int32_t (*open_help)(void *self, uint8_t only_ask);
    int32_t (*open_about)(void *self, uint8_t only_ask);
} vst3_controller2_table;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*connect)(void *self, vst3_unknown *other);
    int32_t (*disconnect)(void *self, vst3_unknown *other);
    int32_t (*notify)(void *self, void *message);
} vst3_connection_table;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*unit_count)(void *self);
    int32_t (*unit_info)(void *self, int32_t index, vst3_unit_info *info);
    int32_t (*list_count)(void *self);
    int32_t (*list_info)(void *self, int32_t index, vst3_program_list_info *info);
    int32_t (*program_name)(void *self, int32_t list, int32_t program, vst3_char *name);
    int32_t (*program_info)(void *self, int32_t list, int32_t program, const char *attribute, vst3_char *value);
    int32_t (*has_pitch_names)(void *self, int32_t list, int32_t program);
    int32_t (*pitch_name)(void *self, int32_t list, int32_t program, int16_t pitch, vst3_char *name);
    int32_t (*selected_unit)(void *self);
    int32_t (*select_unit)(void *self, int32_t unit);
    int32_t (*unit_of_bus)(void *self, int32_t media, int32_t direction, int32_t bus, int32_t channel, int32_t *unit);
    int32_t (*set_program_data)(void *self, int32_t list_or_unit, int32_t program, void *stream);
} vst3_units_table;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*supports)(void *self, const char *type);
    int32_t (*attach)(void *self, void *parent, const char *type);
    int32_t (*remove)(void *self);
    int32_t (*wheel)(void *self, float distance);
    int32_t (*key_down)(void *self, vst3_char key, int16_t code, int16_t modifiers);
    int32_t (*key_up)(void *self, vst3_char key, int16_t code, int16_t modifiers);
    int32_t (*size)(void *self, vst3_rectangle *size);
    int32_t (*resized)(void *self, vst3_rectangle *size);
    int32_t (*focus)(void *self, uint8_t on);
    int32_t (*set_frame)(void *self, vst3_unknown *frame);
    int32_t (*can_resize)(void *self);
    int32_t (*constrain)(void *self, vst3_rectangle *size);
} vst3_view_table;

typedef struct {
    VST3_UNKNOWN;
    int32_t (*set_scale)(void *self, float factor);
} vst3_view_scale_table;

typedef struct {
    VST3_UNKNOWN;
    void (*on_timer)(void *self);
} vst3_timer_table;

#endif

/* A host that renders through a shim: blockhost <what> <shim>; the table at the end lists them. */
#include "guard.h"

#include <malloc.h>
#include <math.h>

enum { BLOCKS = 2000 };

static shim under_test;

/* ---- memory ---- */

static __thread volatile int counting;
static __thread volatile long allocations;

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

/* In the place of the C library's, for the shim and Java as well. */
void *malloc(size_t size)
{
    allocations += counting;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    allocations += counting;
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    allocations += counting;
    return __libc_realloc(memory, size);
}

/* While Java still compiles, its tasks for that are allocated by the thread that asks for them. */
static void allocates_nothing(void)
{
    shim_instance *instance = open_ready(&under_test, "counts-bytes");
    float bytes = 1;
    for (int round = 0; round < 500 && (round == 0 || allocations > 0 || bytes > 0); round++) {
        allocations = 0;
        bytes = 0;
        counting = 1;
        for (int i = 0; i < BLOCKS; i++) bytes += render_one(&under_test, instance, 1);
        counting = 0;
    }
    CHECK(allocations == 0, "%ld allocations in C", allocations);
    CHECK(bytes == 0, "%g bytes in Java", bytes);
    void *volatile some = malloc(10);
    counting = 1;
    some = realloc(some, 100);
    counting = 0;
    free(some);
    CHECK(allocations == 1, "allocations are not counted");
}

static void opens_and_closes(int times)
{
    for (int i = 0; i < times; i++) {
        shim_instance *instance = open_ready(&under_test, i % 3 == 0 ? "refuses" : "gain");
        render_one(&under_test, instance, 1);
        under_test.close(instance);
    }
}

static void frees_what_it_takes(void)
{
    enum { TIMES = 4000, NOISE_OF_COMPILER = 2 << 20 };
    opens_and_closes(TIMES);
    size_t before = mallinfo2().uordblks;
    opens_and_closes(2 * TIMES);
    size_t after = mallinfo2().uordblks;
    CHECK(after < before + NOISE_OF_COMPILER, "%zu bytes more after %d instances", after - before, 2 * TIMES);
}

/* ---- shapes of blocks ---- */

typedef struct {
    shim_event events[8192];
    int count;
} caught;

static void catch_event(void *context, const shim_event *event)
{
    caught *all = context;
    all->events[all->count++] = *event;
}

static void check_block(shim_instance *instance, int frames, int event_count, bool same_frame)
{
    static float left[100000], right[100000];
    static shim_event events[8192];
    static caught back;
    back.count = 0;
    for (int i = 0; i < frames; i++) left[i] = right[i] = (float)i;
    for (int i = 0; i < event_count; i++)
        events[i] = (shim_event){.frame = same_frame ? frames / 2 : (int)((long)i * frames / event_count),
            .parameter = i, .value = i};
    under_test.process(instance, &(shim_io){.in = (const float *[]){left, right}, .out = (float *[]){left, right},
        .frames = frames, .events = events, .event_count = event_count, .emit = catch_event, .emit_context = &back});
    for (int i = 0; i < frames; i++)
        CHECK(left[i] == i * 0.5f && right[i] == left[i], "%g at %d of %d, %d events", left[i], i, frames, event_count);
    CHECK(back.count == event_count, "%d frames: %d of %d events", frames, back.count, event_count);
    for (int i = 0; i < event_count; i++)
        CHECK(memcmp(&back.events[i], &events[i], sizeof *events) == 0, "%d frames, event %d of %d: frame %d was %d",
            frames, i, event_count, back.events[i].frame, events[i].frame);
}

static void takes_blocks_of_all_shapes(void)
{
    shim_instance *instance = open_ready(&under_test, "gain");
    static const int FRAME_COUNTS[] = {1, 2, 63, 64, 65, 1000, 100000};
    static const int EVENT_COUNTS[] = {0, 1, 1023, 1024, 1025, 5000, 8192};
    for (int f = 0; f < 7; f++) for (int e = 0; e < 7; e++) for (int same = 0; same < 2; same++)
        check_block(instance, FRAME_COUNTS[f], EVENT_COUNTS[e], same);
    for (int e = 0; e < 7; e++) check_block(instance, 0, EVENT_COUNTS[e], true);
}

static void render_planes(shim_instance *instance, float *in[2], float *out[2])
{
    under_test.process(instance, &(shim_io){.in = (const float **)in, .out = out, .frames = 1000});
}

static void takes_planes_of_all_kinds(void)
{
    for (int dry = 0; dry < 2; dry++) {
        shim_instance *instance = open_ready(&under_test, dry ? "throws" : "gain");
        float gain = dry ? 1 : 0.5f, a[1000], b[1000];
        for (int i = 0; i < 1000; i++) a[i] = 1, b[i] = 2;
        render_planes(instance, (float *[]){b, a}, (float *[]){a, b});
        for (int i = 0; i < 1000; i++) CHECK(a[i] == 2 * gain && b[i] == gain, "crossed: %g %g at %d", a[i], b[i], i);
        render_planes(instance, (float *[]){NULL, a}, (float *[]){a, NULL});
        for (int i = 0; i < 1000; i++) CHECK(a[i] == 0, "null: %g at %d", a[i], i);
        under_test.process(instance, &(shim_io){.frames = 1000});
        under_test.process(instance, &(shim_io){.in = (const float *[]){a, b}, .out = (float *[]){a, b}, .frames = -5});
        under_test.deactivate(instance);
        a[0] = 7;
        render_planes(instance, (float *[]){a, a}, (float *[]){b, b});
        CHECK(b[0] == 7, "inactive: %g", b[0]);
        under_test.reset(instance);
        under_test.close(instance);
    }
}

static void moves_the_transport(void)
{
    shim_instance *instance = open_ready(&under_test, "tells-position");
    float a[128] = {0}, b[128] = {0};
    shim_block *block = instance->block;
    block->flags = SHIM_PLAYING | SHIM_HAS_TEMPO | SHIM_HAS_QUARTERS | SHIM_HAS_BAR | SHIM_HAS_SIGNATURE
        | SHIM_HAS_FRAMES;
    block->position_frames = 1000;
    block->position_quarters = 3.999;
    block->tempo = 120;
    block->numerator = block->denominator = 4;
    under_test.process(instance, &(shim_io){.in = (const float *[]){a, b}, .out = (float *[]){a, b}, .frames = 128});
    CHECK(a[0] == 1000 && a[64] == 1064, "frames %g and %g", a[0], a[64]);
    CHECK(fabs(block->position_quarters - (3.999 + 64 / 24000.0)) < 1e-12, "quarters %.17g", block->position_quarters);
    CHECK(block->bar_start_quarters == 4, "bar at %g", block->bar_start_quarters);
}

static void forgets_sound_at_reset(void)
{
    shim_instance *instance = open_ready(&under_test, "remembers");
    float once = render_one(&under_test, instance, 1), again = render_one(&under_test, instance, 1);
    under_test.reset(instance);
    CHECK(once != again && render_one(&under_test, instance, 1) == once, "%g %g", once, again);
}

static const what WHATS[] = {
    {"allocates-nothing", allocates_nothing}, {"frees-what-it-takes", frees_what_it_takes},
    {"takes-blocks-of-all-shapes", takes_blocks_of_all_shapes},
    {"takes-planes-of-all-kinds", takes_planes_of_all_kinds},
    {"moves-the-transport", moves_the_transport}, {"forgets-sound-at-reset", forgets_sound_at_reset}, {NULL, NULL}};

int main(int count, char **argument)
{
    CHECK(count > 2, "blockhost <what> <shim>");
    under_test = load_shim(argument[2]);
    run_what(WHATS, argument[1]);
}

/*
 *   lv2load cycle BUNDLE URI COUNT               opens, runs and closes; "resident KIB" after a tenth and at the end
 *   lv2load threads BUNDLE URI COUNT setting...  a render on COUNT threads at once: "different 0": as one alone
 *   lv2load instances BUNDLE URI COUNT           opens COUNT: "first MS", "further MS" each, "resident KIB" each
 *   lv2load abuse BUNDLE URI                     wrong order, unconnected ports, garbage states; "well" at the end
 */
#include "lv2host.h"

static long resident(void)
{
    long pages = 0, unused;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%ld %ld", &unused, &pages) != 2) die("cannot read", "/proc/self/statm");
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void run_silence(opened *host, uint32_t frames)
{
    static float silence[8192], nowhere[8192];
    for (uint32_t c = 0; c < host->ins; c++) lilv_instance_connect_port(host->instance, host->audio_in[c], silence);
    for (uint32_t c = 0; c < host->outs; c++) lilv_instance_connect_port(host->instance, host->audio_out[c], nowhere);
    lilv_instance_run(host->instance, frames);
}

static int do_cycle(const char *uri, int count)
{
    const settings none = {0};
    for (int i = 0; i < count; i++) {
        opened *host = prepared(uri, &none);
        run_silence(host, 64);
        lilv_instance_deactivate(host->instance);
        close_plugin(host);
        if (i + 1 == count / 10 || i + 1 == count) printf("resident %ld\n", resident());
    }
    return 0;
}

static int do_instances(const char *uri, int count)
{
    const settings none = {0};
    opened **hosts = calloc((size_t) count, sizeof *hosts);
    double begin = now_ms();
    hosts[0] = prepared(uri, &none);
    run_silence(hosts[0], 64);
    double first = now_ms();
    long before = resident();
    for (int i = 1; i < count; i++) {
        hosts[i] = prepared(uri, &none);
        run_silence(hosts[i], 64);
    }
    printf("first %.1f\nfurther %.2f\nresident %ld\n", first - begin, (now_ms() - first) / (count - 1),
        (resident() - before) / (count - 1));
    for (int i = 0; i < count; i++) {
        lilv_instance_deactivate(hosts[i]->instance);
        close_plugin(hosts[i]);
    }
    free(hosts);
    return 0;
}

typedef struct {
    opened *host;
    const settings *asked;
    sound sound;
} job;

static void *render_job(void *data)
{
    job *job = data;
    render(job->host, job->asked, &job->sound);
    return NULL;
}

/* lilv is for one thread: instances are opened on this one, only audio runs on many. */
static int do_threads(const char *uri, int count, const settings *asked)
{
    pthread_t threads[64];
    job jobs[65];
    int different = 0;
    if (count > 64) die("too many threads", "64 at most");
    for (int i = 0; i <= count; i++) {
        jobs[i] = (job) {prepared(uri, asked), asked, {0}};
        jobs[i].sound = read_sound(jobs[i].host, asked);
    }
    render_job(&jobs[count]);
    for (int i = 0; i < count; i++) pthread_create(&threads[i], NULL, render_job, &jobs[i]);
    size_t size = (size_t) jobs[count].sound.frames * jobs[count].host->outs * sizeof(float);
    for (int i = 0; i < count; i++) {
        pthread_join(threads[i], NULL);
        different += memcmp(jobs[i].sound.out, jobs[count].sound.out, size) != 0;
    }
    for (int i = 0; i <= count; i++) {
        lilv_instance_deactivate(jobs[i].host->instance);
        close_plugin(jobs[i].host);
    }
    printf("different %d\n", different);
    return different != 0;
}

static void refuse_garbage(opened *host)
{
    const char *documents[] = {
        "", " ", "{", "null", "[]", "{\"format\": \"arioso-preset\"}", "\xff\xfe\x00 not text", "<xml/>",
        "{\"format\": \"arioso-preset\", \"formatVersion\": 999999}",
        "{\"format\": \"arioso-preset\", \"formatVersion\": 1, \"plugin\": \"com.example.other\", "
            "\"name\": \"x\", \"state\": {}}",
    };
    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++)
        if (feed(host, documents[i], strlen(documents[i]) + 1, LV2_ATOM__String) == LV2_STATE_SUCCESS)
            die("garbage was accepted", documents[i]);
    if (feed(host, "{}", 3, LV2_ATOM__Int) != LV2_STATE_ERR_BAD_TYPE) die("another type was accepted", "Int");
    if (feed(host, NULL, 0, LV2_ATOM__String) != LV2_STATE_ERR_NO_PROPERTY) die("nothing was accepted", "null");
    char *endless = malloc(1 << 20);
    memset(endless, '[', 1 << 20);
    if (feed(host, endless, 1 << 20, LV2_ATOM__String) == LV2_STATE_SUCCESS) die("garbage was accepted", "[[[");
    free(endless);
}

static void send_broken_atoms(opened *host)
{
    srand(1);
    lilv_instance_connect_port(host->instance, (uint32_t) host->atom_port, host->atoms);
    for (int round = 0; round < 20000; round++) {
        unsigned char *bytes = (unsigned char *) host->atoms;
        const settings song = {1, {"song=0:120:1:1"}};
        write_song(host, &song, 0, 64);
        for (int damage = 0; damage < 3; damage++) bytes[8 + rand() % 200] = (unsigned char) rand();
        if (round % 3 == 0) bytes[rand() % 3] = (unsigned char) rand();
        /* The sequence's own size is the host's word for its memory and stays within it. */
        LV2_Atom *atom = (LV2_Atom *) host->atoms;
        if (atom->size > sizeof host->atoms - sizeof *atom) atom->size = sizeof host->atoms - sizeof *atom;
        run_silence(host, 16);
    }
    lilv_instance_connect_port(host->instance, (uint32_t) host->atom_port, NULL);
}

static int do_abuse(const char *uri)
{
    static float noise[64];
    const float odd[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, -0.0f, 1e-42f, 0.5f};
    opened *host = open_plugin(uri, 48000, false);
    const LV2_Descriptor *calls = lilv_instance_get_descriptor(host->instance);
    LV2_Handle handle = lilv_instance_get_handle(host->instance);
    calls->run(handle, 0);
    calls->run(handle, 64);
    calls->deactivate(handle);
    run_silence(host, 64);
    refuse_garbage(host);
    calls->activate(handle);
    calls->activate(handle);
    for (uint32_t i = 0; i < host->ports + 3; i++) calls->connect_port(handle, i, NULL);
    calls->run(handle, 64);
    calls->run(handle, 100000);
    connect_controls(host);
    run_silence(host, 0);
    for (uint32_t i = 0; i < host->ports; i++) host->controls[i] = odd[i % 8];
    run_silence(host, 64);
    for (uint32_t c = 0; c < host->ins; c++) calls->connect_port(handle, host->audio_in[c], noise);
    for (uint32_t c = 0; c < host->outs; c++) calls->connect_port(handle, host->audio_out[c], noise);
    for (int i = 0; i < 64; i++) noise[i] = odd[i % 8];
    calls->run(handle, 64);
    for (int i = 0; i < 64; i++) if (!isfinite(noise[i])) die("not a finite sample comes out", uri);
    send_broken_atoms(host);
    refuse_garbage(host);
    calls->deactivate(handle);
    calls->deactivate(handle);
    calls->run(handle, 64);
    calls->activate(handle);
    run_silence(host, 64);
    close_plugin(host);
    printf("well\n");
    return 0;
}

int main(int count, char **arguments)
{
    if (count < 4) die("too few arguments", "see lv2load.c");
    open_world(arguments[2]);
    const char *verb = arguments[1], *uri = arguments[3];
    if (strcmp(verb, "abuse") == 0) return do_abuse(uri);
    int number = count > 4 ? atoi(arguments[4]) : 0;
    settings asked = settings_of(count - 5, arguments + 5);
    if (strcmp(verb, "cycle") == 0) return do_cycle(uri, number);
    if (strcmp(verb, "instances") == 0) return do_instances(uri, number);
    if (strcmp(verb, "threads") == 0) return do_threads(uri, number, &asked);
    die("cannot do", verb);
}

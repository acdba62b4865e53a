/* Many instances: one after the other, on threads of their own, all in one block. */
#ifndef ARIOSO_CLAPHOST_CROWD_H
#define ARIOSO_CLAPHOST_CROWD_H

#include "claphost_arguments.h"

static int open_close(void) {
    int times = atoi(argument(2));
    chance chance = seeded();
    for (int i = 1; i <= times; i++) {
        library library = open_library(argument(0));
        rig rig;
        open_rig(&rig, &library, argument(1));
        activate(&rig, 48000, 64);
        noise noise = {&chance, 4, 1, 64, 1};
        on_audio(&rig, play_noise, &noise);
        close_rig(&rig);
        close_library(&library);
        if (i == 1 || i % (times / 10 > 0 ? times / 10 : 1) == 0) {
            printf("opened %d: %ld KiB, %d threads, %d files, %d machines\n", i, resident_kib(),
                entries_of("/proc/self/task"), entries_of("/proc/self/fd"), virtual_machines());
            fflush(stdout);
        }
    }
    EXPECT(virtual_machines() == 1, "%d virtual machines", virtual_machines());
    return failures != 0;
}

typedef struct {
    rig rig;
    uint64_t seed;
    float *out;
    pthread_t thread;
    pthread_barrier_t *start;
} worker;

enum { WORK_BLOCKS = 400, WORK_FRAMES = 64 };

static void render_seeded(rig *rig, uint64_t seed, float *out) {
    chance chance = {seed};
    for (int b = 0; b < WORK_BLOCKS; b++) {
        fill(rig, &chance, 1);
        if (b % 20 == 0) add_random_values(rig, &chance, below(&chance, WORK_FRAMES), ANY);
        EXPECT(render_block(rig, WORK_FRAMES, true) != CLAP_ERROR, "process failed");
        for (uint32_t c = 0; c < rig->channels; c++, out += WORK_FRAMES)
            memcpy(out, rig->output.data32[c], WORK_FRAMES * sizeof(float));
    }
}

static void *work(void *argument) {
    worker *self = argument;
    if (self->start) pthread_barrier_wait(self->start);
    self->rig.plugin->start_processing(self->rig.plugin);
    render_seeded(&self->rig, self->seed, self->out);
    self->rig.plugin->stop_processing(self->rig.plugin);
    return NULL;
}

/* Instances on threads of their own must sound as they do one after the other. */
static int threads(void) {
    int count = atoi(argument(2));
    library library = open_library(argument(0));
    worker *workers = calloc(count * 2, sizeof *workers);
    size_t bytes = (size_t) WORK_BLOCKS * WORK_FRAMES * 2 * sizeof(float);
    pthread_barrier_t start;
    pthread_barrier_init(&start, NULL, count);
    for (int i = 0; i < 2 * count; i++) {
        open_rig(&workers[i].rig, &library, argument(1));
        /* Otherwise an effect may be prepared anew in the background, at a time that nobody foretells. */
        set_offline(&workers[i].rig, true);
        activate(&workers[i].rig, 48000, WORK_FRAMES);
        workers[i].seed = seeded().state + i % count;
        workers[i].out = calloc(1, bytes);
        workers[i].start = i < count ? &start : NULL;
    }
    for (int i = 0; i < count; i++) pthread_create(&workers[i].thread, NULL, work, &workers[i]);
    for (int i = 0; i < count; i++) pthread_join(workers[i].thread, NULL);
    for (int i = count; i < 2 * count; i++) {
        pthread_create(&workers[i].thread, NULL, work, &workers[i]);
        pthread_join(workers[i].thread, NULL);
        EXPECT(!memcmp(workers[i].out, workers[i - count].out, bytes), "instance %d sounds another way", i - count);
    }
    for (int i = 0; i < 2 * count; i++) {
        close_rig(&workers[i].rig);
        free(workers[i].out);
    }
    printf("%d threads, %d machines\n", count, virtual_machines());
    close_library(&library);
    return failures != 0;
}

typedef struct {
    rig *rigs;
    int count;
    double rate, took, worst;
    int blocks;
} crowd;

static void play_crowd(rig *first, void *with) {
    (void) first;
    crowd *crowd = with;
    for (int i = 1; i < crowd->count; i++) crowd->rigs[i].plugin->start_processing(crowd->rigs[i].plugin);
    double begin = seconds();
    for (int b = 0; b < crowd->blocks; b++) {
        double start = seconds();
        for (int i = 0; i < crowd->count; i++) render_block(&crowd->rigs[i], 64, false);
        double took = seconds() - start;
        if (took > crowd->worst) crowd->worst = took;
    }
    crowd->took = seconds() - begin;
    for (int i = 1; i < crowd->count; i++) crowd->rigs[i].plugin->stop_processing(crowd->rigs[i].plugin);
}

static int instances(void) {
    int count = atoi(argument(2));
    crowd crowd = {calloc(count, sizeof(rig)), count, 48000, 0, 0, atoi(option("--blocks", "3000"))};
    chance chance = seeded();
    double start = seconds(), first = 0, slowest = 0;
    library library = open_library(argument(0));
    long before = resident_kib(), after_first = 0;
    for (int i = 0; i < count; i++) {
        double began = i == 0 ? start : seconds();
        open_rig(&crowd.rigs[i], &library, argument(1));
        load_options(&crowd.rigs[i]);
        activate(&crowd.rigs[i], crowd.rate, 64);
        fill(&crowd.rigs[i], &chance, 0.5);
        double took = seconds() - began;
        if (i == 0) first = took, after_first = resident_kib();
        else if (took > slowest) slowest = took;
    }
    double all = seconds() - start;
    printf("first %.1f ms (%ld KiB); each further %.1f ms, slowest %.1f ms", first * 1000, after_first - before,
        count > 1 ? (all - first) / (count - 1) * 1000 : 0, slowest * 1000);
    printf(", %ld KiB\n", count > 1 ? (resident_kib() - after_first) / (count - 1) : 0);
    for (int round = 0; round < 2; round++) {
        crowd.worst = 0;
        on_audio(&crowd.rigs[0], play_crowd, &crowd);
        printf("%d instances, 64 frames: real-time factor %.3f, %.2f us a block and instance, worst cycle %.0f us\n",
            count, crowd.blocks * 64 / crowd.rate / crowd.took, crowd.took / crowd.blocks / count * 1e6,
            crowd.worst * 1e6);
    }
    for (int i = 0; i < count; i++) close_rig(&crowd.rigs[i]);
    close_library(&library);
    return failures != 0;
}

#endif

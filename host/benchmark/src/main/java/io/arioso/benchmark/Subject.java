package io.arioso.benchmark;

/** What is measured: something that takes one block after another. */
@FunctionalInterface
interface Subject {
    /** Takes a block and may change it in place. */
    void process(float[][] audio, int frames);
}

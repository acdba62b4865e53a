package io.arioso.dsp.reverb;

/** An orthogonal mix of the lines of a network: energy goes around and is neither won nor lost. */
interface FeedbackMatrix {

    /** Mixes the rows in place, frame by frame. [audio-thread] */
    void process(float[][] rows, int frames);
}

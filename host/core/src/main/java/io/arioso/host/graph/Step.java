package io.arioso.host.graph;

import io.arioso.sdk.Transport;

/** One thing that a plan does to a block. */
interface Step {
    /** Does it. [audio-thread] */
    void run(int frames, Transport transport);

    /** Forgets past audio. [audio-thread] */
    void reset();
}

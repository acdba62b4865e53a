package io.arioso.sdk;

import io.arioso.sdk.event.EventList;

/** One block to render; reused by the host from block to block, never kept. [audio-thread] */
public interface ProcessContext {

    /** The main bus: input on entry, output on return. */
    AudioBuffer audio();

    /** The side-chain, read only; zero channels if the layout has none. */
    AudioBuffer sidechain();

    /** Where the song is at the first frame of this block. */
    Transport transport();

    /** Parameter changes that take effect at the first frame of this block; their frame is 0. */
    EventList events();

    /** Frames in this block, 1 or more, at most {@link ProcessSetup#maxFrames}. */
    default int frames() {
        return audio().frames();
    }
}

package io.arioso.plugins.compressor;

/** The grid that the compressor works on: cells of this many frames, counted from the last reset. */
final class Chunk {
    /** Frames of a cell. */
    static final int FRAMES = 128;

    private Chunk() {
    }
}

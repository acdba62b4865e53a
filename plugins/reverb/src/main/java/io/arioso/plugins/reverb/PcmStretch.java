package io.arioso.plugins.reverb;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The samples of an impulse response in a file whose header has been read.
 *
 * @param frames of all channels
 */
record PcmStretch(PcmFormat format, int frames) {
    private static final int FRAMES_AT_ONCE = 4096;

    /**
     * A stretch of so many bytes.
     *
     * @throws IllegalArgumentException if they are no whole frames, or more or other than an impulse response can be
     */
    static PcmStretch of(PcmFormat format, long bytes) {
        if (bytes % format.bytesPerFrame() != 0) {
            throw new IllegalArgumentException("is damaged: " + bytes + " bytes of samples are no whole frames of "
                + format.bytesPerFrame());
        }
        long frames = bytes / format.bytesPerFrame();
        ImpulseResponse.requireShape(format.sampleRate(), format.channels(), frames);
        return new PcmStretch(format, (int) frames);
    }

    /** Reads the samples, one array a channel. */
    float[][] read(ChunkStream chunks) throws IOException {
        float[][] channels = new float[format.channels()][frames];
        for (int at = 0; at < frames; at += FRAMES_AT_ONCE) {
            int count = Math.min(FRAMES_AT_ONCE, frames - at);
            ByteBuffer bytes = chunks.take(count * format.bytesPerFrame()).order(format.order());
            for (int frame = at; frame < at + count; frame++) {
                for (float[] channel : channels) channel[frame] = format.sample(bytes);
            }
        }
        return channels;
    }
}

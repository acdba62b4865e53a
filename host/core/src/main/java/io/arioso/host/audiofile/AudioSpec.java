package io.arioso.host.audiofile;

import java.util.List;
import java.util.Objects;

/**
 * What a file to be written shall be.
 *
 * @param type       the container
 * @param format     how samples are stored; FLAC takes 16 and 24 bit; lossy types ignore it
 * @param channels   1..256; FLAC 1..8
 * @param sampleRate in hertz, 1..10,000,000; whole numbers except in AIFF and AIFC
 * @param chunks     metadata to store, see {@link AudioInfo#chunksFor}
 */
public record AudioSpec(FileType type, SampleFormat format, int channels, double sampleRate, List<Chunk> chunks) {

    /** The greatest number of channels that is read or written. */
    public static final int MAX_CHANNELS = 256;
    /** The greatest sample rate that is read or written, in hertz. */
    public static final double MAX_SAMPLE_RATE = 10_000_000;

    /**
     * Checks the ranges and copies the list.
     *
     * @throws IllegalArgumentException when channels or sample rate are out of range
     */
    public AudioSpec {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(format, "format");
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw new IllegalArgumentException("channels: " + channels + " is outside 1.." + MAX_CHANNELS);
        }
        if (!(sampleRate >= 1 && sampleRate <= MAX_SAMPLE_RATE)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1..10,000,000 Hz");
        }
        chunks = List.copyOf(chunks);
    }

    /** A file without metadata. */
    public AudioSpec(FileType type, SampleFormat format, int channels, double sampleRate) {
        this(type, format, channels, sampleRate, List.of());
    }
}

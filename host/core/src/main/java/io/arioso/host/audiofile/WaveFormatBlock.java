package io.arioso.host.audiofile;

import java.nio.ByteBuffer;

/** Writes the content of the {@code fmt } chunk of RIFF WAVE and Wave64. */
final class WaveFormatBlock {
    /** Speaker positions of the usual layouts by number of channels: mono, stereo, 3.0, quad, 5.0, 5.1, 6.1, 7.1. */
    private static final int[] SPEAKERS = {0, 0x4, 0x3, 0x7, 0x33, 0x37, 0x3f, 0x70f, 0x63f};

    private WaveFormatBlock() {
    }

    /** More than two channels need the extensible form, which every program that knows them reads. */
    static boolean extensible(AudioSpec spec) {
        return spec.channels() > 2;
    }

    static int bytes(AudioSpec spec) {
        return extensible(spec) ? 40 : spec.format().isFloat() ? 18 : 16;
    }

    static void put(ByteBuffer out, AudioSpec spec) {
        int tag = spec.format().isFloat() ? WaveFormat.IEEE_FLOAT : WaveFormat.PCM;
        int frameBytes = spec.channels() * spec.format().bytes();
        int sampleRate = (int) spec.sampleRate();
        out.putShort((short) (extensible(spec) ? WaveFormat.EXTENSIBLE : tag)).putShort((short) spec.channels());
        out.putInt(sampleRate).putInt((int) Math.min(0xffffffffL, (long) sampleRate * frameBytes));
        out.putShort((short) frameBytes).putShort((short) spec.format().bits());
        if (extensible(spec)) {
            int mask = spec.channels() < SPEAKERS.length ? SPEAKERS[spec.channels()] : 0;
            out.putShort((short) 22).putShort((short) spec.format().bits()).putInt(mask);
            out.putShort((short) tag).put(WaveFormat.TAG_GUID_TAIL);
        } else if (spec.format().isFloat()) {
            out.putShort((short) 0);
        }
    }
}

package io.arioso.plugins.reverb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** WAV files for tests, written byte by byte. */
final class WaveBytes {
    static final int PCM = 1;
    static final int FLOAT = 3;

    private WaveBytes() {
    }

    /** A file with the header told and samples rounded to it, full scale 1. */
    static byte[] of(int tag, int bits, int rate, float[]... channels) {
        int frames = channels[0].length;
        ByteBuffer data = ByteBuffer.allocate(frames * channels.length * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames; frame++) {
            for (float[] channel : channels) put(data, tag, bits, channel[frame]);
        }
        return file(tag, bits, rate, channels.length, data.array());
    }

    private static void put(ByteBuffer data, int tag, int bits, double sample) {
        if (tag == FLOAT && bits == 32) data.putFloat((float) sample);
        else if (tag == FLOAT) data.putDouble(sample);
        else if (bits == 16) data.putShort((short) Math.rint(sample * 0x1p15));
        else if (bits == 32) data.putInt((int) Math.rint(sample * 0x1p31));
        else {
            int steps = (int) Math.rint(sample * 0x1p23);
            data.put((byte) steps).put((byte) (steps >> 8)).put((byte) (steps >> 16));
        }
    }

    /** A file with any header and any samples. */
    static byte[] file(int tag, int bits, int rate, int channels, byte[] data) {
        int frame = channels * bits / 8;
        ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes()).putInt(36 + data.length).put("WAVEfmt ".getBytes()).putInt(16);
        out.putShort((short) tag).putShort((short) channels).putInt(rate).putInt(rate * frame);
        out.putShort((short) frame).putShort((short) bits);
        out.put("data".getBytes()).putInt(data.length).put(data);
        return out.array();
    }

    /** Writes float samples to a file and returns it. */
    static Path write(Path file, int rate, float[]... channels) throws IOException {
        return Files.write(file, of(FLOAT, 32, rate, channels));
    }

    /** Noise that decays by 60 dB to its end, on a grid of 16 bits. */
    static float[] decay(long seed, int frames) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            double sample = (2 * random.nextDouble() - 1) * Math.pow(10, -3.0 * i / frames);
            // Zero has no sign in a file.
            out[i] = (float) (Math.rint(sample * 32_767) / 32_768) + 0f;
        }
        return out;
    }
}

package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Sample values, and whole files in memory, that the tests share. */
final class TestAudio {
    /** Uncompressed types and FLAC. */
    static final List<FileType> OWN_TYPES = List.of(FileType.WAV, FileType.RF64, FileType.BW64, FileType.W64,
            FileType.AIFF, FileType.AIFC, FileType.FLAC);

    private TestAudio() {
    }

    /** Values that a format holds exactly, its extremes and (floating point) NaNs with payloads among them. */
    static double[][] exact(SampleFormat format, int channels, int frames, long seed) {
        Random random = new Random(seed);
        double[][] result = new double[channels][frames];
        for (double[] channel : result) {
            for (int i = 0; i < frames; i++) {
                channel[i] = exact(format, random);
            }
        }
        return result;
    }

    private static double exact(SampleFormat format, Random random) {
        if (format == SampleFormat.FLOAT64) {
            return Double.longBitsToDouble(random.nextInt(4) == 0 ? 0x7ff8000000000000L | random.nextInt()
                    : random.nextLong());
        }
        if (format == SampleFormat.FLOAT32) {
            return Float.intBitsToFloat(random.nextInt(4) == 0 ? 0x7fc00000 | random.nextInt(1 << 22)
                    : random.nextInt());
        }
        long scale = 1L << format.bits() - 1;
        long value = switch (random.nextInt(8)) {
            case 0 -> -scale;
            case 1 -> scale - 1;
            case 2 -> 0;
            default -> (long) Math.floor((random.nextDouble() * 2 - 1) * scale);
        };
        return (double) value / scale;
    }

    static float[][] floats(double[][] from) {
        float[][] result = new float[from.length][from[0].length];
        for (int channel = 0; channel < from.length; channel++) {
            for (int i = 0; i < from[channel].length; i++) {
                result[channel][i] = (float) from[channel][i];
            }
        }
        return result;
    }

    /** A soft tone in each channel. */
    static double[][] tone(int channels, int frames) {
        double[][] result = new double[channels][frames];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < frames; i++) {
                result[channel][i] = 0.5 * StrictMath.sin(0.01 * (channel + 1) * i);
            }
        }
        return result;
    }

    static byte[] file(AudioSpec spec, double[][] samples) throws IOException {
        MemorySink sink = new MemorySink();
        try (AudioWriter writer = AudioCreator.write(sink, spec)) {
            writer.write(samples, 0, samples[0].length);
            writer.commit();
        }
        return sink.bytes();
    }

    static byte[] toneFile(FileType type, SampleFormat format, int channels, int frames) throws IOException {
        return file(new AudioSpec(type, format, channels, 48_000), tone(channels, frames));
    }

    static AudioReader open(byte[] file) throws IOException {
        return AudioOpener.open(new MemorySource(file));
    }

    static AudioReader openPipe(byte[] file) throws IOException {
        return AudioFiles.open(new ByteArrayInputStream(file), "pipe");
    }

    /** All frames, read in blocks of changing size. */
    static double[][] readAll(AudioReader reader) throws IOException {
        int channels = reader.info().channels();
        List<double[][]> blocks = new ArrayList<>();
        int total = 0;
        for (int size = 1; ; size = size % 977 + 61) {
            double[][] block = new double[channels][size + 3];
            int count = reader.read(block, 3, size);
            if (count < 0) {
                break;
            }
            total += count;
            for (int channel = 0; channel < channels; channel++) {
                block[channel] = Arrays.copyOfRange(block[channel], 3, 3 + count);
            }
            blocks.add(block);
        }
        double[][] result = new double[channels][total];
        int at = 0;
        for (double[][] block : blocks) {
            for (int channel = 0; channel < channels; channel++) {
                System.arraycopy(block[channel], 0, result[channel], at, block[channel].length);
            }
            at += block[0].length;
        }
        return result;
    }

    /** All frames through the float transfer. */
    static float[][] readAllFloats(AudioReader reader) throws IOException {
        int frames = (int) reader.info().frames();
        float[][] result = new float[reader.info().channels()][frames];
        int done = 0;
        while (done < frames) {
            int count = reader.read(result, done, Math.min(frames - done, 501));
            if (count < 0) {
                break;
            }
            done += count;
        }
        assertEquals(frames, done);
        assertEquals(-1, reader.read(result, 0, 1));
        return result;
    }

    static void assertSameBits(double[][] expected, double[][] actual, String message) {
        assertEquals(expected.length, actual.length, message);
        for (int channel = 0; channel < expected.length; channel++) {
            assertEquals(expected[channel].length, actual[channel].length, message + ": frames");
            for (int i = 0; i < expected[channel].length; i++) {
                long want = Double.doubleToRawLongBits(expected[channel][i]);
                long got = Double.doubleToRawLongBits(actual[channel][i]);
                if (want != got) {
                    assertEquals(Long.toHexString(want), Long.toHexString(got),
                            message + ": channel " + channel + " frame " + i);
                }
            }
        }
    }
}

package io.arioso.plugins.widener;

import io.arioso.dsp.delay.AllpassDiffuser;
import io.arioso.dsp.delay.DelayLine;
import io.arioso.dsp.stereo.VelvetNoise;
import java.util.Arrays;

/** Makes a plane of the same spectrum and power that is unrelated to its input. [audio-thread] */
interface Decorrelator {
    /** Length of the velvet noise. */
    double VELVET_SECONDS = 0.03;
    /** Pulses of the velvet noise. */
    double VELVET_DENSITY = 1500;
    /** Fall of the velvet noise over its length. */
    double VELVET_DECAY_DB = 15;
    /** The best of the first 40,000, found by the test tree's VelvetSeedSearch. */
    long VELVET_SEED = 9877;

    /** Reads the first frames of one plane and writes those of another. */
    void process(float[] in, float[] out, int frames);

    /** Takes in what is not needed: afterwards the output is as if it had been. */
    void skip(float[] in, int frames);

    /** How long a sound stays in it. */
    int lengthFrames();

    /** Forgets the past. */
    void reset();

    /** The one of a choice. [main-thread] */
    static Decorrelator of(Decorrelation choice, double sampleRate, double microDelayMs, int maxFrames) {
        return switch (choice) {
            case VELVET -> new Velvet(sampleRate);
            case ALLPASS -> new Diffuse(sampleRate, maxFrames);
            case MICRO_DELAY -> new MicroDelay(Math.max(1, (int) Math.rint(microDelayMs / 1000 * sampleRate)));
        };
    }

    /** {@link Decorrelation#VELVET}. */
    final class Velvet implements Decorrelator {
        private final VelvetNoise velvet;

        Velvet(double sampleRate) {
            double density = Math.min(VELVET_DENSITY, sampleRate);
            velvet = new VelvetNoise(sampleRate, VELVET_SECONDS, density, VELVET_DECAY_DB, VELVET_SEED);
        }

        @Override
        public void process(float[] in, float[] out, int frames) {
            velvet.process(in, 0, out, 0, frames);
        }

        @Override
        public void skip(float[] in, int frames) {
            velvet.skip(in, 0, frames);
        }

        @Override
        public int lengthFrames() {
            return velvet.delayFrames(velvet.pulses() - 1);
        }

        @Override
        public void reset() {
            velvet.reset();
        }
    }

    /** {@link Decorrelation#ALLPASS}. */
    final class Diffuse implements Decorrelator {
        private static final double SIZE = 0.17;
        private static final float GAIN = 0.6f;
        /** Passes through the nested loops until nothing above -120 dB is left. */
        private static final int ROUNDS = 27;

        /** The all-passes let a part through at once, which would move a mono sound aside if it were not late. */
        private static final double LATE_MS = 2.3;

        private final MicroDelay late;
        private final AllpassDiffuser diffuser;
        private final float[] gains;
        private final float[] unheard;

        Diffuse(double sampleRate, int maxFrames) {
            late = new MicroDelay(Math.max(1, (int) Math.rint(LATE_MS / 1000 * sampleRate)));
            diffuser = new AllpassDiffuser(sampleRate, SIZE);
            gains = new float[maxFrames];
            unheard = new float[maxFrames];
            Arrays.fill(gains, GAIN);
        }

        @Override
        public void process(float[] in, float[] out, int frames) {
            late.process(in, out, frames);
            diffuser.process(out, 0, frames, gains);
        }

        @Override
        public void skip(float[] in, int frames) {
            process(in, unheard, frames);
        }

        @Override
        public int lengthFrames() {
            return late.lengthFrames() + ROUNDS * diffuser.delayFrames();
        }

        @Override
        public void reset() {
            late.reset();
            diffuser.reset();
        }
    }

    /** {@link Decorrelation#MICRO_DELAY}. */
    final class MicroDelay implements Decorrelator {
        private final DelayLine line;

        MicroDelay(int frames) {
            line = new DelayLine(frames);
        }

        @Override
        public void process(float[] in, float[] out, int frames) {
            for (int done = 0; done < frames; ) {
                int count = Math.min(line.frames(), frames - done);
                line.read(line.frames(), out, done, count);
                line.write(in, done, count);
                done += count;
            }
        }

        @Override
        public void skip(float[] in, int frames) {
            for (int done = 0; done < frames; done += line.frames()) {
                line.write(in, done, Math.min(line.frames(), frames - done));
            }
        }

        @Override
        public int lengthFrames() {
            return line.frames();
        }

        @Override
        public void reset() {
            line.reset();
        }
    }
}

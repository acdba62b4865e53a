package io.arioso.dsp.resample;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Converts a stream from any sample rate to any other by a polyphase windowed sinc.
 *
 * <p>Flat within 0.001 dB up to 0.9 of the lower of the two Nyquist frequencies; images and aliases from that Nyquist
 * frequency on are 140 dB down; linear phase. Rates are taken to 2^-32 Hz and the position of every output frame is
 * exact for ever, so nothing drifts; between 44.1, 48, 88.2, 96, 176.4 and 192 kHz each position also has its own exact
 * coefficients.
 *
 * <p><b>No net delay:</b> output frame {@code m} is the signal at input time {@code m * inputRate / outputRate}. To
 * make it the resampler must have seen {@link #latencyFrames()} input frames beyond that time, so the first calls
 * write little or nothing, and {@link #flush} writes the rest at the end: as many frames in all as
 * {@link #outputFrames} says. Memory is constant. Any split of the input into blocks gives the same bits. One instance
 * serves one stream and one thread; {@code process} and {@code flush} allocate nothing.
 */
public final class Resampler {
    private static final double STOP_BAND_DB = 145;
    private static final double PASS_BAND = 0.9;
    private static final double MAX_RATE = 0x1p21;
    private static final double MAX_RATIO = 256;
    private static final int BLOCK = 512;

    private final long denominator;
    private final long numerator;
    private final int wholeStep;
    private final long restStep;
    private final PhaseBank bank;
    private final double[][] history;
    private int filled;
    private int at;
    private long remainder;
    /** Input frames from the next output frame's time to the end of what has come. */
    private long ahead;

    /**
     * Designs the filter for a pair of rates; takes some milliseconds.
     *
     * @param inputRate  in Hz, at most 2 MHz
     * @param outputRate in Hz, at most 2 MHz and within a factor 256 of the input rate
     * @param channels   1 or more
     */
    public Resampler(double inputRate, double outputRate, int channels) {
        requireRate("input rate", inputRate);
        requireRate("output rate", outputRate);
        double ratio = outputRate / inputRate;
        if (ratio > MAX_RATIO || ratio < 1 / MAX_RATIO) {
            throw new IllegalArgumentException("resampling ratio: " + ratio + " is outside 1/256..256");
        }
        if (channels < 1) {
            throw new IllegalArgumentException("channels: " + channels + " is below 1");
        }
        long in = (long) StrictMath.rint(inputRate * 0x1p32);
        long out = (long) StrictMath.rint(outputRate * 0x1p32);
        long common = BigInteger.valueOf(in).gcd(BigInteger.valueOf(out)).longValue();
        numerator = in / common;
        denominator = out / common;
        wholeStep = (int) (numerator / denominator);
        restStep = numerator % denominator;
        bank = design(denominator, numerator, ratio);
        history = new double[channels][bank.taps + BLOCK];
        reset();
    }

    private static void requireRate(String name, double rate) {
        if (!(rate >= 1 && rate <= MAX_RATE)) {
            throw new IllegalArgumentException(name + ": " + rate + " Hz is outside 1.." + (long) MAX_RATE);
        }
    }

    private static PhaseBank design(long denominator, long numerator, double ratio) {
        if (denominator == numerator) {
            return PhaseBank.identity();
        }
        double nyquist = 0.5 * Math.min(1, ratio);
        int taps = KaiserWindow.tapsFor(STOP_BAND_DB, (1 - PASS_BAND) * nyquist);
        double cutoff = 0.5 * (1 + PASS_BAND) * nyquist;
        return PhaseBank.of(denominator, (taps + 7) & ~7, cutoff, KaiserWindow.forStopBand(STOP_BAND_DB));
    }

    /** Input frames that must follow an instant before its output frame is written. */
    public int latencyFrames() {
        return bank.taps / 2;
    }

    /** Output frames that so many input frames make in all, flush included: the ceiling of the exact ratio. */
    public long outputFrames(long inputFrames) {
        BigInteger scaled = BigInteger.valueOf(inputFrames).multiply(BigInteger.valueOf(denominator));
        return scaled.add(BigInteger.valueOf(numerator - 1)).divide(BigInteger.valueOf(numerator)).longValueExact();
    }

    /** The most output frames that one {@link #process} of {@code inputFrames} writes: the room to have. */
    public int maxOutputFrames(int inputFrames) {
        return (int) ((double) inputFrames * denominator / numerator) + 2;
    }

    /** The most output frames that {@link #flush} writes: the room to have. */
    public int maxFlushFrames() {
        return maxOutputFrames(latencyFrames() + 1);
    }

    /**
     * Takes input and writes the output frames it completes. [audio-thread]
     *
     * @param in     one array a channel
     * @param from   first frame of {@code in} to read
     * @param frames frames to read, all of which are taken
     * @param out    one array a channel, with room for {@link #maxOutputFrames}; may not share arrays with {@code in}
     * @param to     first frame of {@code out} to write
     * @return frames written
     */
    public int process(float[][] in, int from, int frames, float[][] out, int to) {
        int written = 0;
        for (int done = 0; done < frames; ) {
            int count = Math.min(BLOCK, frames - done);
            for (int channel = 0; channel < history.length; channel++) {
                append(in[channel], from + done, history[channel], count);
            }
            filled += count;
            ahead += count;
            done += count;
            written += emit(out, to + written);
        }
        return written;
    }

    private void append(float[] in, int from, double[] x, int count) {
        int base = filled;
        for (int i = 0; i < count; i++) {
            x[base + i] = in[from + i];
        }
    }

    /**
     * Writes the output frames whose filters still reach beyond the end, as if silence followed. [audio-thread]
     *
     * <p>Afterwards {@link #reset} must come before new input.
     *
     * @return frames written, at most {@link #maxFlushFrames}
     */
    public int flush(float[][] out, int to) {
        int written = 0;
        for (int padding = latencyFrames(); padding > 0; ) {
            int count = Math.min(BLOCK, padding);
            for (double[] x : history) {
                Arrays.fill(x, filled, filled + count, 0);
            }
            filled += count;
            padding -= count;
            written += emit(out, to + written);
        }
        return written;
    }

    private int emit(float[][] out, int to) {
        int taps = bank.taps;
        int index = to;
        while (at + taps <= filled && ahead > 0) {
            for (int channel = 0; channel < history.length; channel++) {
                out[channel][index] = (float) bank.read(history[channel], at, remainder);
            }
            index++;
            advance();
        }
        discard(Math.min(at, filled));
        return index - to;
    }

    private void advance() {
        int step = wholeStep;
        remainder += restStep;
        if (remainder >= denominator) {
            remainder -= denominator;
            step++;
        }
        at += step;
        ahead -= step;
    }

    /** Drops the oldest frames that no further output needs. */
    private void discard(int frames) {
        filled -= frames;
        at -= frames;
        for (double[] x : history) {
            System.arraycopy(x, frames, x, 0, filled);
        }
    }

    /** Starts over at time 0 with a silent past. [audio-thread] */
    public void reset() {
        // The first output frame is input frame 0, which stands in the middle of a filter full of silence.
        filled = bank.taps / 2 - 1;
        for (double[] x : history) {
            Arrays.fill(x, 0, filled, 0);
        }
        at = 0;
        remainder = 0;
        ahead = 0;
    }
}

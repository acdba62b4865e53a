package io.arioso.dsp.convolution;

import org.jtransforms.fft.FloatFFT_1D;

/**
 * Real Fourier transform of a window of two blocks, in steps of bounded work.
 *
 * <p>A spectrum is two planes of {@code block} bins, real and imaginary; the imaginary part of bin 0, always zero,
 * gives its place to the real bin at half the sample rate. Windows above 4096 samples are cut in four by decimation in
 * time (Cooley and Tukey 1965): four short transforms and one step that joins them. So no step is long, and none
 * reaches the 8192 samples from which JTransforms starts threads.
 *
 * <p>JTransforms makes its tables with {@code Math.cos}, whose last bit is the platform's business; rounded to float
 * the tables are the same everywhere (a test pins the bits). Holds scratch: one instance serves one thread.
 */
final class BlockTransform {
    /** Longest block there is a transform for. */
    static final int MAX_BLOCK = 8192;
    private static final int MAX_WHOLE = 4096;
    private static final int WAYS = 4;

    private final int block;
    private final boolean split;
    private final FloatFFT_1D fft;
    private final float[][] parts;
    private final float[] twiddleRe;
    private final float[] twiddleIm;

    /** A transform of {@code 2 * block} samples; {@code block} is a power of two from 16 to {@link #MAX_BLOCK}. */
    BlockTransform(int block) {
        if (block < 16 || block > MAX_BLOCK || Integer.bitCount(block) != 1) {
            throw new IllegalArgumentException(
                    "partition: " + block + " frames is not a power of two from 16 to " + MAX_BLOCK);
        }
        this.block = block;
        split = 2 * block > MAX_WHOLE;
        int length = split ? 2 * block / WAYS : 2 * block;
        fft = new FloatFFT_1D(length);
        parts = new float[split ? WAYS : 1][length];
        int turns = split ? (WAYS - 1) * (length / 2) + 1 : 0;
        twiddleRe = new float[turns];
        twiddleIm = new float[turns];
        for (int k = 0; k < turns; k++) {
            twiddleRe[k] = (float) StrictMath.cos(StrictMath.PI * k / block);
            twiddleIm[k] = (float) -StrictMath.sin(StrictMath.PI * k / block);
        }
    }

    /** Steps that make one transform, in either direction. */
    int steps() {
        return split ? WAYS + 1 : 1;
    }

    /** Does one step of the transform from {@code window} to {@code re} and {@code im}, which the last one writes. */
    void forward(int step, float[] window, float[] re, float[] im) {
        if (!split) {
            System.arraycopy(window, 0, parts[0], 0, 2 * block);
            fft.realForward(parts[0]);
            unpack(parts[0], re, im);
        } else if (step < WAYS) {
            float[] part = parts[step];
            for (int i = 0; i < part.length; i++) {
                part[i] = window[WAYS * i + step];
            }
            fft.realForward(part);
        } else {
            join(re, im);
        }
    }

    /**
     * Does one step of the way back to {@code window}, which is complete after the last and {@code block} times too
     * large: whoever makes the spectra divides, exactly, since that is a power of two.
     */
    void inverse(int step, float[] re, float[] im, float[] window) {
        if (!split) {
            pack(re, im, window);
            fft.realInverse(window, false);
        } else if (step == 0) {
            part(re, im);
        } else {
            float[] part = parts[step - 1];
            fft.realInverse(part, false);
            for (int i = 0; i < part.length; i++) {
                window[WAYS * i + step - 1] = part[i];
            }
        }
    }

    private void unpack(float[] packed, float[] re, float[] im) {
        for (int k = 0; k < block; k++) {
            re[k] = flushed(packed[2 * k]);
            im[k] = flushed(packed[2 * k + 1]);
        }
    }

    private void pack(float[] re, float[] im, float[] packed) {
        for (int k = 0; k < block; k++) {
            packed[2 * k] = re[k];
            packed[2 * k + 1] = im[k];
        }
    }

    private static float flushed(float value) {
        return Math.abs(value) < InputGuard.FLOOR ? 0f : value;
    }

    /**
     * Joins the four quarter spectra X0..X3: bin k + q m of the whole is the sum over r of W^(rk) (-i)^(rq) Xr[k]. Bins
     * above half the sample rate are the conjugates of those mirrored below it.
     */
    private void join(float[] re, float[] im) {
        int m = parts[0].length;
        for (int k = 0; k <= m / 2; k++) {
            float aRe = real(parts[0], k);
            float aIm = imaginary(parts[0], k);
            float bRe = turnedRe(parts[1], k, k);
            float bIm = turnedIm(parts[1], k, k);
            float cRe = turnedRe(parts[2], k, 2 * k);
            float cIm = turnedIm(parts[2], k, 2 * k);
            float dRe = turnedRe(parts[3], k, 3 * k);
            float dIm = turnedIm(parts[3], k, 3 * k);
            float evenRe = aRe + cRe;
            float evenIm = aIm + cIm;
            float oddRe = bRe + dRe;
            float oddIm = bIm + dIm;
            float crossRe = aRe - cRe;
            float crossIm = aIm - cIm;
            float sideRe = bRe - dRe;
            float sideIm = bIm - dIm;
            store(re, im, m - k, crossRe - sideIm, -(crossIm + sideRe));
            store(re, im, m + k, crossRe + sideIm, crossIm - sideRe);
            store(re, im, 2 * m - k, evenRe - oddRe, -(evenIm - oddIm));
            store(re, im, k, evenRe + oddRe, evenIm + oddIm);
        }
    }

    /** Undoes {@link #join}, but for a factor of four. */
    private void part(float[] re, float[] im) {
        int m = parts[0].length;
        for (int k = 0; k <= m / 2; k++) {
            float y0Re = wholeRe(re, k);
            float y0Im = wholeIm(im, k);
            float y1Re = wholeRe(re, m + k);
            float y1Im = wholeIm(im, m + k);
            float y2Re = k == 0 ? im[0] : re[2 * m - k];
            float y2Im = k == 0 ? 0f : -im[2 * m - k];
            float y3Re = wholeRe(re, m - k);
            float y3Im = -wholeIm(im, m - k);
            float evenRe = y0Re + y2Re;
            float evenIm = y0Im + y2Im;
            float oddRe = y1Re + y3Re;
            float oddIm = y1Im + y3Im;
            float crossRe = y0Re - y2Re;
            float crossIm = y0Im - y2Im;
            float sideRe = y1Re - y3Re;
            float sideIm = y1Im - y3Im;
            storeTurned(parts[0], k, 0, evenRe + oddRe, evenIm + oddIm);
            storeTurned(parts[1], k, k, crossRe - sideIm, crossIm + sideRe);
            storeTurned(parts[2], k, 2 * k, evenRe - oddRe, evenIm - oddIm);
            storeTurned(parts[3], k, 3 * k, crossRe + sideIm, crossIm - sideRe);
        }
    }

    private static float real(float[] packed, int k) {
        return 2 * k == packed.length ? packed[1] : packed[2 * k];
    }

    private static float imaginary(float[] packed, int k) {
        return k == 0 || 2 * k == packed.length ? 0f : packed[2 * k + 1];
    }

    private float turnedRe(float[] packed, int k, int turn) {
        return real(packed, k) * twiddleRe[turn] - imaginary(packed, k) * twiddleIm[turn];
    }

    private float turnedIm(float[] packed, int k, int turn) {
        return real(packed, k) * twiddleIm[turn] + imaginary(packed, k) * twiddleRe[turn];
    }

    /** Stores a bin of the whole spectrum; half the sample rate goes to its place beside bin 0. */
    private void store(float[] re, float[] im, int bin, float real, float imaginary) {
        if (bin == block) {
            im[0] = flushed(real);
        } else {
            re[bin] = flushed(real);
            if (bin != 0) {
                im[bin] = flushed(imaginary);
            }
        }
    }

    private float wholeRe(float[] re, int bin) {
        return re[bin];
    }

    private float wholeIm(float[] im, int bin) {
        return bin == 0 ? 0f : im[bin];
    }

    private void storeTurned(float[] packed, int k, int turn, float real, float imaginary) {
        float turnedRe = real * twiddleRe[turn] + imaginary * twiddleIm[turn];
        if (k == 0) {
            packed[0] = turnedRe;
        } else if (2 * k == packed.length) {
            packed[1] = turnedRe;
        } else {
            packed[2 * k] = turnedRe;
            packed[2 * k + 1] = imaginary * twiddleRe[turn] - real * twiddleIm[turn];
        }
    }
}

package io.arioso.dsp.phase;

/**
 * A complex Fourier transform of a power of two in double precision, for designs: its tables come from
 * {@link StrictMath}, so that every machine designs the same bits. Radix 2 in place (Cooley and Tukey 1965); no
 * allocation after construction; may be shared by threads.
 */
final class FourierTransform {
    private final int size;
    private final double[] cosine;
    private final double[] sine;

    FourierTransform(int size) {
        if (size < 2 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform: " + size + " points are not a power of two from 2");
        }
        this.size = size;
        cosine = new double[size / 2];
        sine = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosine[i] = StrictMath.cos(2 * StrictMath.PI * i / size);
            sine[i] = StrictMath.sin(2 * StrictMath.PI * i / size);
        }
    }

    int size() {
        return size;
    }

    /** Replaces x by the sums over k of {@code x[k] e^(2πi nk/size)}, not scaled. */
    void inverse(double[] re, double[] im) {
        reverseBits(re, im);
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int group = 0; group < size; group += 2 * half) {
                butterflies(re, im, group, half, stride);
            }
        }
    }

    private void butterflies(double[] re, double[] im, int group, int half, int stride) {
        for (int i = 0; i < half; i++) {
            int a = group + i;
            int b = a + half;
            double c = cosine[i * stride];
            double s = sine[i * stride];
            double turnedRe = re[b] * c - im[b] * s;
            double turnedIm = re[b] * s + im[b] * c;
            re[b] = re[a] - turnedRe;
            im[b] = im[a] - turnedIm;
            re[a] += turnedRe;
            im[a] += turnedIm;
        }
    }

    private void reverseBits(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(size - 1);
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                double x = re[i];
                double y = im[i];
                re[i] = re[j];
                im[i] = im[j];
                re[j] = x;
                im[j] = y;
            }
        }
    }
}

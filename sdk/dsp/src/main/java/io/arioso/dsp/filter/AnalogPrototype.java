package io.arioso.dsp.filter;

/**
 * The analog filter that a band means, as a cascade of first- and second-order sections in
 * {@code s = j f / frequencyHz}: what every digital design is measured against.
 *
 * <p>With N = slope / 6 the order, A = 10^(gainDb / 40), g = A² and Butterworth damping 1/Q_k = 2 cos θ_k:
 * <ul>
 * <li><b>cuts</b>: the Butterworth cascade of order N; the section of the highest Q_k has Q_k·q·√2, so that q = 0.7071
 *   is the textbook filter and N = 2 is the cookbook's.
 * <li><b>shelves</b>: zeros on a Butterworth circle of radius r = g^(1/2N), poles on radius 1/r (Holters and Zölzer,
 *   "Parametric recursive high-order shelving filters", AES 2006): each section carries its share of the decibels,
 *   the plateau is g and the corner √g. q acts on the highest Q_k; N = 2 is the cookbook's shelf.
 * <li><b>bells</b>: the shelf of order M = N/2 under p = q (s + 1/s) (Orfanidis, "High-order digital parametric
 *   equalizer design", JAES 2005): g at the centre, √g at the two edges of f/q, steeper skirts with rising N. N = 2 is
 *   the cookbook's bell. An odd N of 3, 5 or 7 puts half of the decibels into each of its even neighbours; any other
 *   odd N is the next even one.
 * <li><b>notch, band-pass</b>: Butterworth high- and low-pass of order M = ceil(N/2) under the same mapping.
 * <li><b>all-pass</b>: B(-s) / B(s) of the low-pass of order N.
 * <li><b>brick walls</b>: the Butterworth cascade of order 16; a filter of linear phase puts a true wall in its place.
 * <li><b>K-weighting</b>: the shelf and the high-pass of ITU-R BS.1770, whatever the settings.
 * <li><b>tilt shelf</b>: the high shelf, lowered by half of its decibels.
 * <li><b>flat tilt</b>: twelve real poles and zeros three to one apart from 1 Hz to 177 kHz, a zero leading its pole by
 *   3^(slope/6.02 dB) (J. O. Smith and H. F. Smith, "Closed form fractional integration and differentiation via real
 *   exponentially spaced pole-zero pairs", 2016).
 * </ul>
 * Mutable and without allocation after construction; not thread-safe.
 */
public final class AnalogPrototype {
    /** The most sections that a band can have. */
    public static final int MAX_SECTIONS = 8;

    private static final double DB_PER_OCTAVE_PER_ORDER = 20 * StrictMath.log10(2);
    private static final double NEPERS_PER_DB = StrictMath.log(10) / 20;
    private static final int MAX_ORDER = 16;
    private static final double[][] BUTTERWORTH_Q = new double[MAX_ORDER + 1][MAX_ORDER / 2 + 1];
    private static final int TILT_POLES = 12;
    private static final double TILT_SPACING = 3;
    private static final double LN_TILT_SPACING = StrictMath.log(TILT_SPACING);
    private static final double BUTTERWORTH = Math.sqrt(0.5);
    private static final double K_SHELF_HZ = 1681.974450955533;
    private static final double K_SHELF_Q = 0.7071752369554196;
    private static final double K_TOP = StrictMath.pow(10, 3.999843853973347 / 20);
    private static final double K_BAND = StrictMath.pow(K_TOP, 0.4996667741545416);
    private static final double K_PASS_HZ = 38.13547087602444;
    private static final double K_PASS_Q = 0.5003270373238773;
    /** The standard's numerator 1, -2, 1 is not normalised: 4 / (1 - a1 + a2) at half the sample rate. */
    private static final double K_PASS_GAIN = 4 / (1 + 1.99004745483398 + 0.99007225036621);

    static {
        for (int n = 1; n <= MAX_ORDER; n++) {
            for (int k = 1; k <= n / 2; k++) {
                double angle = n % 2 == 0 ? (2 * k - 1) * StrictMath.PI / (2 * n) : k * StrictMath.PI / n;
                BUTTERWORTH_Q[n][k] = 0.5 / StrictMath.cos(angle);
            }
        }
    }

    final double[] b0 = new double[MAX_SECTIONS];
    final double[] b1 = new double[MAX_SECTIONS];
    final double[] b2 = new double[MAX_SECTIONS];
    final double[] a0 = new double[MAX_SECTIONS];
    final double[] a1 = new double[MAX_SECTIONS];
    final double[] a2 = new double[MAX_SECTIONS];
    final int[] order = new int[MAX_SECTIONS];
    /** Where a section acts, as a multiple of the band's frequency, and how sharply: the nodes gather there. */
    final double[] centre = new double[MAX_SECTIONS];
    final double[] sharpness = new double[MAX_SECTIONS];
    /** The poles and the zeros of a sharp section are this factor above and below its centre; 1 when they coincide. */
    final double[] spread = new double[MAX_SECTIONS];
    private final ReciprocalPairs root = new ReciprocalPairs();
    private FilterShape shape = FilterShape.FLAT_GAIN;
    private double frequencyHz = 1000;
    private int size;

    /** A prototype that passes everything. */
    public AnalogPrototype() {
    }

    /** Becomes the prototype of a band. */
    public void set(BandSettings band) {
        set(band.shape(), band.frequencyHz(), band.gainDb(), band.q(), band.slopeDbPerOctave());
    }

    /** Becomes the prototype of a band; the bounds are those of {@link BandSettings}. */
    public void set(FilterShape shape, double frequencyHz, double gainDb, double q, int slopeDbPerOctave) {
        BandSettings.check(shape, frequencyHz, gainDb, q, slopeDbPerOctave);
        this.shape = shape;
        this.frequencyHz = shape == FilterShape.K_WEIGHTING ? K_SHELF_HZ : frequencyHz;
        size = 0;
        if (gainDb == 0 && shape.isNeutralAtZeroGain()) {
            return;
        }
        int n = slopeDbPerOctave / 6;
        switch (shape) {
            case BELL -> bell(n, gainDb, q);
            case LOW_SHELF -> shelf(n, gainDb, q, true);
            case HIGH_SHELF -> shelf(n, gainDb, q, false);
            case TILT_SHELF -> {
                shelf(n, gainDb, q, false);
                scaleFirst(gain(-gainDb / 2));
            }
            case LOW_PASS, HIGH_PASS, ALL_PASS -> cut(shape, n, q);
            case BRICKWALL_LOW_PASS -> cut(FilterShape.LOW_PASS, MAX_ORDER, BUTTERWORTH);
            case BRICKWALL_HIGH_PASS -> cut(FilterShape.HIGH_PASS, MAX_ORDER, BUTTERWORTH);
            case K_WEIGHTING -> kWeighting();
            case NOTCH, BAND_PASS -> resonances((n + 1) / 2, 0, q);
            case FLAT_TILT -> flatTilt(Math.max(-6, Math.min(6, gainDb)));
            case FLAT_GAIN -> add(0, gain(gainDb), 0, 0, 1, 0, 0, 1, 1);
        }
    }

    /** The curve that this prototype draws. */
    public FilterShape shape() {
        return shape;
    }

    /** The band's frequency in Hz. */
    public double frequencyHz() {
        return frequencyHz;
    }

    /** How many sections the cascade has; 0 when the band does nothing. */
    public int sections() {
        return size;
    }

    /** The squared magnitude of the whole band at a frequency in Hz. */
    public double magnitudeSquared(double hz) {
        double product = 1;
        for (int i = 0; i < size; i++) {
            product *= magnitudeSquared(i, hz);
        }
        return product;
    }

    /** The squared magnitude of one section at a frequency in Hz. */
    double magnitudeSquared(int i, double hz) {
        double s = hz / frequencyHz;
        double u = s * s;
        double bRe = b0[i] - b2[i] * u;
        double aRe = a0[i] - a2[i] * u;
        return (bRe * bRe + b1[i] * b1[i] * u) / (aRe * aRe + a1[i] * a1[i] * u);
    }

    /**
     * Multiplies {@code power[k]}, for k from {@code from} to {@code to} (exclusive), by the squared magnitude of one
     * section at {@code k * stepHz}.
     */
    public void multiplyPower(int section, double stepHz, double[] power, int from, int to) {
        double step = stepHz / frequencyHz;
        double n0 = b0[section];
        double n1 = b1[section] * b1[section];
        double n2 = b2[section];
        double d0 = a0[section];
        double d1 = a1[section] * a1[section];
        double d2 = a2[section];
        for (int k = from; k < to; k++) {
            double s = k * step;
            double u = s * s;
            double n = n0 - n2 * u;
            double d = d0 - d2 * u;
            power[k] *= (n * n + n1 * u) / (d * d + d1 * u);
        }
    }

    /** The phase of the whole band in radians at a frequency in Hz, the sum of its sections' phases. */
    public double phase(double hz) {
        double s = hz / frequencyHz;
        double u = s * s;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += StrictMath.atan2(b1[i] * s, b0[i] - b2[i] * u) - StrictMath.atan2(a1[i] * s, a0[i] - a2[i] * u);
        }
        return sum;
    }

    /** How many zeros a section has at 0 Hz. */
    int zerosAtDc(int i) {
        if (b0[i] != 0) {
            return 0;
        }
        return b1[i] != 0 ? 1 : 2;
    }

    /** Whether a section has a pair of zeros exactly at the band's frequency. */
    boolean isNotch(int i) {
        return shape == FilterShape.NOTCH;
    }

    private void cut(FilterShape kind, int n, double q) {
        int pairs = n / 2;
        for (int k = 1; k <= pairs; k++) {
            double qk = butterworthQ(n, k) * (k == pairs ? q * Math.sqrt(2) : 1);
            switch (kind) {
                case LOW_PASS -> add(2, 1, 0, 0, 1, 1 / qk, 1, 1, qk);
                case HIGH_PASS -> add(2, 0, 0, 1, 1, 1 / qk, 1, 1, qk);
                default -> add(2, 1, -1 / qk, 1, 1, 1 / qk, 1, 1, qk);
            }
        }
        if (n % 2 == 1) {
            switch (kind) {
                case LOW_PASS -> add(1, 1, 0, 0, 1, 1, 0, 1, 0.5);
                case HIGH_PASS -> add(1, 0, 1, 0, 1, 1, 0, 1, 0.5);
                default -> add(1, 1, -1, 0, 1, 1, 0, 1, 0.5);
            }
        }
    }

    private void shelf(int n, double gainDb, double q, boolean low) {
        double r = gain(gainDb / (2 * n));
        int pairs = n / 2;
        for (int k = 1; k <= pairs; k++) {
            double d = 1 / (butterworthQ(n, k) * (k == pairs ? q * Math.sqrt(2) : 1));
            if (low) {
                add(2, r * r, r * d, 1, 1 / (r * r), d / r, 1, 1, 1 / d);
            } else {
                add(2, 1, r * d, r * r, 1, d / r, 1 / (r * r), 1, 1 / d);
            }
            spread[size - 1] = d < 1 ? r : 1;
        }
        if (n % 2 == 1) {
            if (low) {
                add(1, r, 1, 0, 1 / r, 1, 0, 1, 0.5);
            } else {
                add(1, 1, r, 0, 1, 1 / r, 0, 1, 0.5);
            }
        }
    }

    private void bell(int n, double gainDb, double q) {
        if (n == 3 || n == 5 || n == 7) {
            resonances(n / 2, gainDb / 2, q);
            resonances(n / 2 + 1, gainDb / 2, q);
        } else {
            resonances((n + 1) / 2, gainDb, q);
        }
    }

    /** Bell, notch or band-pass of m resonances: each Butterworth pair in p = q (s + 1/s) splits into two in s. */
    private void resonances(int m, double gainDb, double q) {
        double r = gain(gainDb / (2 * m));
        for (int k = 1; k <= m / 2; k++) {
            double cosine = 0.5 / butterworthQ(m, k);
            double poleRadius = shape == FilterShape.BELL ? 1 / r : 1;
            root.split(poleRadius, cosine, q);
            double pw = root.radiusSquared;
            double pd = root.damping;
            double w = Math.sqrt(pw);
            switch (shape) {
                case BELL -> {
                    root.split(r, cosine, q);
                    double zw = root.radiusSquared;
                    double zd = root.damping;
                    double zeroW = Math.sqrt(zw);
                    double middle = Math.sqrt(w * zeroW);
                    double sharp = Math.max(w / pd, zeroW / zd);
                    add(2, zw, zd, 1, pw, pd, 1, middle, sharp);
                    spread[size - 1] = zeroW / middle;
                    add(2, 1 / zw, zd / zw, 1, 1 / pw, pd / pw, 1, 1 / middle, sharp);
                    spread[size - 1] = zeroW / middle;
                }
                case NOTCH -> {
                    add(2, 1, 0, 1, pw, pd, 1, w, w / pd);
                    add(2, 1, 0, 1, 1 / pw, pd / pw, 1, 1 / w, w / pd);
                }
                default -> {
                    add(2, 0, 1 / q, 0, pw, pd, 1, w, w / pd);
                    add(2, 0, 1 / q, 0, 1 / pw, pd / pw, 1, 1 / w, w / pd);
                }
            }
        }
        if (m % 2 == 1) {
            switch (shape) {
                case BELL -> add(2, 1, r / q, 1, 1, 1 / (r * q), 1, 1, Math.max(q * r, q / r));
                case NOTCH -> add(2, 1, 0, 1, 1, 1 / q, 1, 1, q);
                default -> add(2, 0, 1 / q, 0, 1, 1 / q, 1, 1, q);
            }
        }
    }

    private void flatTilt(double dbPerOctave) {
        double lead = StrictMath.exp(LN_TILT_SPACING * dbPerOctave / DB_PER_OCTAVE_PER_ORDER / 2);
        double hz = 1;
        for (int i = 0; i < TILT_POLES; i += 2) {
            double pole = hz / frequencyHz;
            double next = pole * TILT_SPACING;
            double z = lead / pole;
            double p = 1 / (pole * lead);
            add(2, 1, z + z / TILT_SPACING, z * z / TILT_SPACING, 1, p + p / TILT_SPACING, p * p / TILT_SPACING,
                    Math.sqrt(pole * next), 0.3);
            hz *= TILT_SPACING * TILT_SPACING;
        }
        for (int i = 0; i < size; i++) {
            double scale = 1 / Math.sqrt(magnitudeSquared(i, frequencyHz));
            b0[i] *= scale;
            b1[i] *= scale;
            b2[i] *= scale;
        }
    }

    /** The analog filters whose bilinear transforms at 48 kHz are tables 1 and 2 of ITU-R BS.1770-5. */
    private void kWeighting() {
        add(2, 1, K_BAND / K_SHELF_Q, K_TOP, 1, 1 / K_SHELF_Q, 1, 1, K_SHELF_Q);
        double low = K_PASS_HZ / K_SHELF_HZ;
        add(2, 0, 0, K_PASS_GAIN, low * low, low / K_PASS_Q, 1, low, K_PASS_Q);
    }

    private void add(int sectionOrder, double b0, double b1, double b2, double a0, double a1, double a2,
                     double centre, double sharpness) {
        this.b0[size] = b0;
        this.b1[size] = b1;
        this.b2[size] = b2;
        this.a0[size] = a0;
        this.a1[size] = a1;
        this.a2[size] = a2;
        this.order[size] = sectionOrder;
        this.centre[size] = centre;
        this.sharpness[size] = Math.max(sharpness, 0.3);
        spread[size] = 1;
        size++;
    }

    private void scaleFirst(double gain) {
        b0[0] *= gain;
        b1[0] *= gain;
        b2[0] *= gain;
    }

    /** Q of the k-th pole pair of a Butterworth filter, k = 1 the most damped. */
    private static double butterworthQ(int n, int k) {
        return BUTTERWORTH_Q[n][k];
    }

    /** The linear gain of decibels; unlike {@code StrictMath.pow}, {@code exp} allocates nothing. */
    static double gain(double db) {
        return StrictMath.exp(db * NEPERS_PER_DB);
    }
}

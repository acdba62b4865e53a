package io.arioso.dsp.filter;

/**
 * Turns a band into biquads whose magnitude is that of the analog prototype to within 0.02 dB, up to 0.9 of half the
 * sample rate and as long as the band is above -60 dB.
 *
 * <p>Section by section it takes the first design that is good enough by its own check: plain bilinear (most bands
 * below 1 kHz), then {@linkplain MagnitudeFit fits} of rising order up to 4; when none is, the best one seen.
 *
 * <p>The work comes in {@linkplain #step steps} of bounded cost, so that an audio thread can spread a design over
 * several moments: one step makes at most one fit. The result depends only on the settings, never on how the steps are
 * spread. No allocation after construction; not thread-safe.
 */
public final class BandDesigner {
    /** No band has more biquads than this. */
    public static final int MAX_BIQUADS = 2 * AnalogPrototype.MAX_SECTIONS;

    private static final double TOLERANCE_DB = 0.02;

    private final AnalogPrototype prototype = new AnalogPrototype();
    private final FitNodes nodes = new FitNodes();
    private final MagnitudeFit fit = new MagnitudeFit();
    private final BiquadList plain = new BiquadList(1);
    private final BiquadList attempt = new BiquadList(2);
    private final BiquadList best = new BiquadList(2);
    private final BiquadList resonances = new BiquadList(AnalogPrototype.MAX_SECTIONS);
    private final BiquadList corrections = new BiquadList(AnalogPrototype.MAX_SECTIONS);
    private final BiquadList result = new BiquadList(MAX_BIQUADS);
    private double sampleRate = 48_000;
    private double toleranceDb;
    private double bestErrorDb;
    private double worstErrorDb;
    private int section;
    private int order;

    /** A designer whose result is empty. */
    public BandDesigner() {
    }

    /** Designs a band at once. */
    public BiquadList design(BandSettings band, double sampleRate) {
        begin(band.shape(), band.frequencyHz(), band.gainDb(), band.q(), band.slopeDbPerOctave(), sampleRate);
        finish();
        return result;
    }

    /**
     * Starts a design; an unfinished one is dropped. Bounds as in {@link BandSettings}.
     *
     * @param sampleRate frames per second; a frequency above it is designed as the sample rate itself
     */
    public void begin(FilterShape shape, double frequencyHz, double gainDb, double q, int slopeDbPerOctave,
                      double sampleRate) {
        this.sampleRate = sampleRate;
        prototype.set(shape, Math.min(frequencyHz, sampleRate), gainDb, q, slopeDbPerOctave);
        toleranceDb = TOLERANCE_DB / Math.sqrt(Math.max(1, prototype.sections()));
        resonances.clear();
        corrections.clear();
        result.clear();
        section = 0;
        order = 0;
        worstErrorDb = 0;
    }

    /**
     * Works on: at most one fit.
     *
     * @return whether the design is complete
     */
    public boolean step() {
        while (section < prototype.sections()) {
            boolean fitted = order > 0;
            if (fitted) {
                fitNext();
            } else {
                startSection();
            }
            if (sectionIsDone()) {
                finishSection();
            } else {
                order = Math.max(order + 1, prototype.order[section]);
            }
            if (fitted) {
                break;
            }
        }
        if (section < prototype.sections()) {
            return false;
        }
        if (result.size() == 0) {
            collect();
        }
        return true;
    }

    /** Takes all steps that are left. */
    public void finish() {
        boolean complete = step();
        while (!complete) {
            complete = step();
        }
    }

    /** The finished design: first one biquad for every analog section in its order, then the corrections. */
    public BiquadList result() {
        return result;
    }

    /** What is being designed. */
    public AnalogPrototype prototype() {
        return prototype;
    }

    /** The largest error in decibels of any section of the design, by its own check. */
    public double errorDb() {
        return worstErrorDb;
    }

    private void startSection() {
        plain.clear();
        BiquadDesign.bilinear(prototype, section, sampleRate, plain);
        best.set(plain);
        if (keepsBilinear()) {
            bestErrorDb = 0;
            return;
        }
        nodes.place(prototype, section, sampleRate);
        bestErrorDb = nodes.errorDb(best);
    }

    private boolean keepsBilinear() {
        return prototype.order[section] == 0 || prototype.shape() == FilterShape.ALL_PASS;
    }

    private void fitNext() {
        attempt.clear();
        boolean notch = prototype.isNotch(section) && prototype.frequencyHz() < sampleRate / 2;
        double notchX = notch ? FitNodes.x(prototype.frequencyHz(), sampleRate) : 0;
        if (fit.fit(nodes, order, prototype.zerosAtDc(section), notchX, plain, attempt)) {
            double errorDb = nodes.errorDb(attempt);
            if (errorDb < bestErrorDb) {
                bestErrorDb = errorDb;
                best.set(attempt);
            }
        }
    }

    private boolean sectionIsDone() {
        return bestErrorDb <= toleranceDb || order >= MagnitudeFit.MAX_ORDER;
    }

    private void finishSection() {
        resonances.add(best, 0);
        if (best.size() > 1) {
            corrections.add(best, 1);
        }
        worstErrorDb = Math.max(worstErrorDb, bestErrorDb);
        section++;
        order = 0;
    }

    private void collect() {
        for (int i = 0; i < resonances.size(); i++) {
            result.add(resonances, i);
        }
        int waiting = -1;
        for (int i = 0; i < corrections.size(); i++) {
            if (!corrections.isOnePole(i)) {
                result.add(corrections, i);
            } else if (waiting < 0) {
                waiting = i;
            } else {
                result.addProduct(corrections, waiting, i);
                waiting = -1;
            }
        }
        if (waiting >= 0) {
            result.add(corrections, waiting);
        }
    }
}

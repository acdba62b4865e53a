package io.arioso.dsp.filter;

import io.arioso.dsp.dynamics.FastDecibels;
import java.util.Arrays;

/**
 * How loud a dynamic band's part of the key is, in decibels: the loudest channel's envelope behind the side filter,
 * partly or wholly averaged in power, on its own or against the whole key. A sine of amplitude 1 reads 0 dB either way.
 */
final class BandLevel {
    private static final double SMALLEST = 1e-30;

    private final double sampleRate;
    private final SideFilter filter;
    private double follow = 1;
    private double averagingMs = -1;
    private double share;
    private boolean relative;
    private double mean;
    private double wholeMean;

    BandLevel(double sampleRate, int lanes) {
        this.sampleRate = sampleRate;
        filter = new SideFilter(sampleRate, lanes);
    }

    SideFilter filter() {
        return filter;
    }

    /** Sets the time constant of the average, and how much of the level is average. */
    void setAveraging(double ms, double newShare) {
        share = newShare;
        if (ms != averagingMs) {
            averagingMs = ms;
            follow = ms > 0 ? -StrictMath.expm1(-1000 / (ms * sampleRate)) : 1;
        }
    }

    void setRelative(boolean on) {
        relative = on;
    }

    /** Writes the level of a place of the key into {@code db}, and what passes the side filter into {@code heard}. */
    void measure(KeySignal key, BandChannel place, double[][] heard, double[] db, double[] whole, int frames) {
        int lanes = key.lanes(place);
        Arrays.fill(db, 0, frames, 0);
        for (int lane = 0; lane < lanes; lane++) {
            key.select(place, lane, frames);
            filter.process(key, lane, heard[lane], db, frames);
        }
        mean = average(db, mean, frames);
        FastDecibels.powerToDb(db, frames);
        if (relative) {
            subtractWhole(key, place, db, whole, frames);
        }
    }

    private void subtractWhole(KeySignal key, BandChannel place, double[] db, double[] whole, int frames) {
        int lanes = key.lanes(place);
        Arrays.fill(whole, 0, frames, 0);
        for (int lane = 0; lane < lanes; lane++) {
            key.select(place, lane, frames);
            double[] re = key.inPhase;
            double[] im = key.quadrature;
            for (int i = 0; i < frames; i++) {
                whole[i] = Math.max(whole[i], re[i] * re[i] + im[i] * im[i]);
            }
        }
        wholeMean = average(whole, wholeMean, frames);
        FastDecibels.powerToDb(whole, frames);
        for (int i = 0; i < frames; i++) {
            db[i] -= whole[i];
        }
    }

    private double average(double[] power, double start, int frames) {
        double m = start;
        double step = follow;
        double part = share;
        for (int i = 0; i < frames; i++) {
            double p = power[i];
            m += step * (p - m);
            power[i] = p + part * (m - p);
        }
        return m;
    }

    /** Drops states that are too small to hear. */
    void flush() {
        filter.flush();
        mean = mean < SMALLEST ? 0 : mean;
        wholeMean = wholeMean < SMALLEST ? 0 : wholeMean;
    }

    void reset() {
        filter.reset();
        mean = 0;
        wholeMean = 0;
    }
}

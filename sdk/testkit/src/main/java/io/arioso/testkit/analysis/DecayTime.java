package io.arioso.testkit.analysis;

/** Reverberation time from an impulse response: backward integration after Schroeder 1965, straight line fit. */
public final class DecayTime {
    private DecayTime() {
    }

    /** Seconds for 60 dB, from the slope between -5 and -35 dB (ISO 3382 T30). */
    public static double t30Seconds(float[] impulseResponse, double rate) {
        return seconds(impulseResponse, rate, -5, -35);
    }

    /** Seconds for 60 dB, from the slope between -5 and -25 dB (ISO 3382 T20). */
    public static double t20Seconds(float[] impulseResponse, double rate) {
        return seconds(impulseResponse, rate, -5, -25);
    }

    /** Seconds for 60 dB, from the first 10 dB (early decay time). */
    public static double earlySeconds(float[] impulseResponse, double rate) {
        return seconds(impulseResponse, rate, 0, -10);
    }

    /**
     * Seconds for 60 dB, from the slope between two levels below the start.
     *
     * @throws IllegalArgumentException if the response is silent or does not reach the lower level
     */
    public static double seconds(float[] impulseResponse, double rate, double fromDb, double toDb) {
        double[] energy = backwardIntegral(impulseResponse);
        if (energy[0] == 0) throw new IllegalArgumentException("impulse response: it is silent");
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        boolean reached = false;
        for (int frame = 0; frame < energy.length; frame++) {
            double db = 10 * StrictMath.log10(energy[frame] / energy[0]);
            if (db > fromDb) continue;
            if (db < toDb) {
                reached = true;
                break;
            }
            n++;
            sumX += frame;
            sumY += db;
            sumXx += (double) frame * frame;
            sumXy += frame * db;
        }
        if (!reached) throw new IllegalArgumentException("impulse response: it does not fall to " + toDb + " dB");
        double dbPerFrame = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return -60 / dbPerFrame / rate;
    }

    private static double[] backwardIntegral(float[] impulseResponse) {
        double[] energy = new double[impulseResponse.length];
        double sum = 0;
        for (int frame = energy.length - 1; frame >= 0; frame--) {
            sum += (double) impulseResponse[frame] * impulseResponse[frame];
            energy[frame] = sum;
        }
        return energy;
    }
}

package io.arioso.dsp.dynamics;

/**
 * Lets a signal through while a key is above a threshold: the gain of an input gate.
 *
 * <p>Opens when the loudest channel's peak of the last 5 ms reaches the threshold, and closes when it has fallen 4 dB
 * below it, so that a level in between does not make it chatter. {@link AttackRelease} follows in decibels: 63.2 % open
 * after the attack, 63.2 % closed after hold and release. Block-split invariant bit for bit, no allocation after
 * construction. One instance serves one stream and one thread.
 */
public final class Gate {
    private static final double HYSTERESIS_DB = 4;

    private final KeyLevel key;
    private final AttackRelease follower;
    private double thresholdDb = -40;
    private double amountDb = 60;
    private boolean open;

    /** A closed gate with threshold -40 dBFS, amount 60 dB, attack 1, hold 20 and release 100 ms. */
    public Gate(double sampleRate) {
        key = new KeyLevel(sampleRate);
        follower = new AttackRelease(sampleRate);
        setTimes(1, 20, 100);
    }

    /** Sets the level in dBFS, as of a sine's peak, at which it opens. [audio-thread] */
    public void setThresholdDb(double db) {
        thresholdDb = db;
    }

    /** Sets how much quieter it is when closed, 0 or more decibels; 0 leaves the gain at exactly 1. [audio-thread] */
    public void setAmountDb(double db) {
        amountDb = db;
    }

    /** Sets the times, each 0 or more milliseconds; a release below 10 ms takes up to 5 ms longer. [audio-thread] */
    public void setTimes(double attackMs, double holdMs, double releaseMs) {
        follower.setTimes(attackMs, holdMs, KeyLevel.releaseMs(releaseMs));
    }

    /**
     * Writes the gain, 0..1, for each frame to the start of {@code gains}. [audio-thread]
     *
     * @param key    one array a channel, read from {@code offset}; left as it is
     * @param frames at most the length of {@code gains}
     */
    public void process(float[][] key, int offset, int frames, float[] gains) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(KeyLevel.CHUNK, frames - done);
            double[] values = this.key.process(key, offset + done, count);
            openAndClose(values, count);
            follower.process(values, count);
            for (int i = 0; i < count; i++) {
                gains[done + i] = (float) FastDecibels.toGain((values[i] - 1) * amountDb);
            }
            done += count;
        }
    }

    /** Turns levels into 1 for open and 0 for closed. */
    private void openAndClose(double[] values, int frames) {
        boolean now = open;
        for (int i = 0; i < frames; i++) {
            now = values[i] >= (now ? thresholdDb - HYSTERESIS_DB : thresholdDb);
            values[i] = now ? 1 : 0;
        }
        open = now;
    }

    /** Closed, as if silence had been playing. [audio-thread] */
    public void reset() {
        key.reset();
        follower.reset();
        open = false;
    }
}

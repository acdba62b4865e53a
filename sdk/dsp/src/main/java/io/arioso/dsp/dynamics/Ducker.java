package io.arioso.dsp.dynamics;

/**
 * Makes room: the gain that falls while a key is above a threshold, for delays and reverbs that step back for a voice.
 *
 * <p>The loudest channel's peak of the last 5 ms, less the threshold, is the reduction, with a knee of 6 dB and at most
 * the amount; {@link AttackRelease} follows it. From a loud key's first frame the gain is 63.2 % down (in decibels)
 * after the attack, and from its last frame 63.2 % back after the release. Block-split invariant bit for bit, no
 * allocation after construction. One instance serves one stream and one thread.
 */
public final class Ducker {
    private static final double KNEE_DB = 6;

    private final KeyLevel key;
    private final GainCurve curve = new GainCurve();
    private final AttackRelease follower;
    private double thresholdDb = -30;
    private double amountDb = 12;

    /** A ducker with threshold -30 dBFS, amount 12 dB, attack 10 and release 300 ms. */
    public Ducker(double sampleRate) {
        key = new KeyLevel(sampleRate);
        follower = new AttackRelease(sampleRate);
        setTimes(10, 300);
        shape();
    }

    /** Sets the level in dBFS, as of a sine's peak, above which it ducks. [audio-thread] */
    public void setThresholdDb(double db) {
        thresholdDb = db;
        shape();
    }

    /** Sets the most that it ducks by, 0 or more decibels; 0 leaves the gain at exactly 1. [audio-thread] */
    public void setAmountDb(double db) {
        amountDb = db;
        shape();
    }

    private void shape() {
        curve.set(GainCurve.Direction.LIMIT, thresholdDb, 1, KNEE_DB, amountDb);
    }

    /**
     * Sets attack and release in milliseconds, 0 or more; a release below 10 ms takes up to 5 ms longer.
     * [audio-thread]
     */
    public void setTimes(double attackMs, double releaseMs) {
        follower.setTimes(attackMs, 0, KeyLevel.releaseMs(releaseMs));
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
            curve.process(values, count);
            for (int i = 0; i < count; i++) {
                values[i] = -values[i];
            }
            follower.process(values, count);
            for (int i = 0; i < count; i++) {
                gains[done + i] = (float) FastDecibels.toGain(-values[i]);
            }
            done += count;
        }
    }

    /** Back to gain 1, as if silence had been playing. [audio-thread] */
    public void reset() {
        key.reset();
        follower.reset();
    }
}

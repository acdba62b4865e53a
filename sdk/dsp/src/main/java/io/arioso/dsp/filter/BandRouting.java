package io.arioso.dsp.filter;

/**
 * Sends the channels through the bands: those of all channels first, then left and right, then, encoded and decoded, mid
 * and side. No allocation after construction.
 */
final class BandRouting {
    private final RunList[] lists = new RunList[BandChannel.values().length];
    private final int channels;
    private boolean empty = true;

    BandRouting(SectionBank bank, int slots, int channels, int maxFrames) {
        this.channels = channels;
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new RunList(bank, slots, maxFrames);
        }
    }

    /** Takes note of which sections sound, and where. */
    void collect(EqualizerBand[] bands) {
        for (RunList list : lists) {
            list.clear();
        }
        empty = true;
        for (EqualizerBand band : bands) {
            if (band.slots() > 0) {
                list(band.channel()).add(band);
                empty = false;
            }
        }
    }

    /** Whether no section sounds. */
    boolean isEmpty() {
        return empty;
    }

    /** Runs over the first frames of every channel in place. */
    void run(double[][] x, int frames, Ramp ramp) {
        RunList all = list(BandChannel.STEREO);
        for (int c = 0; c + 1 < channels; c += 2) {
            all.run(c, x[c], c + 1, x[c + 1], frames, ramp);
        }
        if (channels % 2 == 1) {
            all.run(channels - 1, x[channels - 1], frames, ramp);
        }
        if (channels == 2) {
            list(BandChannel.LEFT).run(0, x[0], frames, ramp);
            list(BandChannel.RIGHT).run(1, x[1], frames, ramp);
            runMidAndSide(x[0], x[1], frames, ramp);
        }
    }

    private void runMidAndSide(double[] left, double[] right, int frames, Ramp ramp) {
        RunList mid = list(BandChannel.MID);
        RunList side = list(BandChannel.SIDE);
        if (mid.isEmpty() && side.isEmpty()) {
            return;
        }
        for (int i = 0; i < frames; i++) {
            double l = left[i];
            double r = right[i];
            left[i] = (l + r) * 0.5;
            right[i] = (l - r) * 0.5;
        }
        mid.run(0, left, frames, ramp);
        side.run(1, right, frames, ramp);
        for (int i = 0; i < frames; i++) {
            double m = left[i];
            double s = right[i];
            left[i] = m + s;
            right[i] = m - s;
        }
    }

    private RunList list(BandChannel channel) {
        return lists[channel.ordinal()];
    }
}

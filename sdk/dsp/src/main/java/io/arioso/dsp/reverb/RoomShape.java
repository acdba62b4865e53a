package io.arioso.dsp.reverb;

/** The kinds of space that {@link RoomReverb} knows: proportions of the walls and of the network, for a size of 30 m. */
public enum RoomShape {
    /** A steel sheet: short lines that keep much of themselves, dense at once. */
    PLATE(0.5, 0.06, 0.9, 37, 131, new double[] {3, 5, 8, 13}, true),
    /** A living room or studio. */
    ROOM(0.72, 0.36, 0.75, 37, 139, new double[] {4, 7, 11, 17}, false),
    /** A bare chamber, nearly a cube. */
    CHAMBER(0.83, 0.69, 0.92, 41, 149, new double[] {4, 7, 12, 18}, false),
    /** A concert hall. */
    HALL(0.61, 0.43, 0.85, 59, 211, new double[] {5, 10, 17, 33}, false),
    /** A small, absorbent place. */
    AMBIENCE(0.79, 0.42, 0.65, 31, 113, new double[] {5, 8, 13, 21}, false);

    private static final double NOMINAL_METRES = 30;
    private static final double LEAST_SPREAD = 0.4;
    private static final double GREATEST_SPREAD = 1.5;

    private final double width;
    private final double height;
    private final double reflection;
    private final double shortestMs;
    private final double longestMs;
    private final double[] stagesMs;
    private final boolean householder;

    RoomShape(double width, double height, double reflection, double shortestMs, double longestMs, double[] stagesMs,
            boolean householder) {
        this.width = width;
        this.height = height;
        this.reflection = reflection;
        this.shortestMs = shortestMs;
        this.longestMs = longestMs;
        this.stagesMs = stagesMs;
        this.householder = householder;
    }

    /** Width of the room for a length of 1. */
    double width() {
        return width;
    }

    /** Height of the room for a length of 1. */
    double height() {
        return height;
    }

    /** What a wall leaves of the pressure. */
    double reflection() {
        return reflection;
    }

    /** Lengths of the lines in frames. */
    int[] lineFrames(double sampleRate, double metres) {
        double frames = sampleRate / 1000 * Math.sqrt(metres / NOMINAL_METRES);
        return LineLengths.primes(FeedbackDelayNetwork.LINES, shortestMs * frames, longestMs * frames);
    }

    /** Longest delays of the diffuser's stages in frames; they follow the size less far than the walls do. */
    double[] stageFrames(double sampleRate, double metres) {
        double spread = Math.max(LEAST_SPREAD, Math.min(GREATEST_SPREAD, metres / NOMINAL_METRES));
        double[] frames = new double[stagesMs.length];
        for (int stage = 0; stage < frames.length; stage++) {
            frames[stage] = stagesMs[stage] / 1000 * sampleRate * spread;
        }
        return frames;
    }

    FeedbackMatrix matrix(int cellFrames) {
        return householder ? new HouseholderMatrix(cellFrames) : new HadamardMatrix();
    }
}

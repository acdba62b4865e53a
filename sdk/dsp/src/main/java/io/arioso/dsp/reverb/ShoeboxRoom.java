package io.arioso.dsp.reverb;

/**
 * The first reflections in a box: mirror images of a source behind the walls (Allen and Berkley, 1979), nearest first.
 *
 * <p>Length runs along x, and the listener looks along it towards the sources; left is +y.
 */
final class ShoeboxRoom {
    private static final double SOUND_METRES_PER_SECOND = 343;
    private static final int FARTHEST_MIRROR = 2;
    private static final double[] LISTENER = {0.23, 0.471, 0.39};
    private static final double SOURCE_HEIGHT = 0.43;
    private static final double STAGE_HALF = 0.137;
    private static final double NEAREST = 0.06;
    private static final double FARTHEST = 0.62;

    private final RoomShape shape;
    private final double metres;
    private final double sampleRate;
    private final double[] seconds = new double[EarlyTaps.TAPS];
    private final double[] pressures = new double[EarlyTaps.TAPS];
    private final boolean[] fromLeft = new boolean[EarlyTaps.TAPS];
    private int found;

    ShoeboxRoom(RoomShape shape, double metres, double sampleRate) {
        this.shape = shape;
        this.metres = metres;
        this.sampleRate = sampleRate;
    }

    /** Longest delay at any distance in frames, generously. */
    int longestFrames() {
        return (int) Math.ceil(3 * metres / SOUND_METRES_PER_SECOND * sampleRate);
    }

    /**
     * Finds the reflections of one source and stores them; their energies add up to 1.
     *
     * @param side     where the source stands: 1 left, -1 right, 0 in the middle
     * @param distance 0 near to 1 far
     */
    void find(int side, double distance, int input, EarlyTaps into) {
        double sourceX = LISTENER[0] + NEAREST + (FARTHEST - NEAREST) * distance;
        double sourceY = (0.5 + side * STAGE_HALF) * shape.width();
        double sourceZ = SOURCE_HEIGHT * shape.height();
        found = 0;
        for (int x = -FARTHEST_MIRROR; x <= FARTHEST_MIRROR; x++) {
            for (int y = -FARTHEST_MIRROR; y <= FARTHEST_MIRROR; y++) {
                for (int z = -FARTHEST_MIRROR; z <= FARTHEST_MIRROR; z++) {
                    int walls = Math.abs(x) + Math.abs(y) + Math.abs(z);
                    if (walls > 0) {
                        consider(mirrored(sourceX, x, 1), mirrored(sourceY, y, shape.width()),
                            mirrored(sourceZ, z, shape.height()), walls);
                    }
                }
            }
        }
        store(input, direct(sourceX, sourceY, sourceZ), into);
    }

    /** Where an image stands after so many mirrorings on an axis: odd ones are turned over. */
    private static double mirrored(double place, int times, double length) {
        return times % 2 == 0 ? times * length + place : (times + 1) * length - place;
    }

    private double direct(double x, double y, double z) {
        return Math.sqrt(square(x - LISTENER[0]) + square(y - LISTENER[1] * shape.width())
            + square(z - LISTENER[2] * shape.height())) * metres / SOUND_METRES_PER_SECOND;
    }

    private static double square(double value) {
        return value * value;
    }

    private void consider(double x, double y, double z, int walls) {
        double time = direct(x, y, z);
        if (found == EarlyTaps.TAPS && time >= seconds[found - 1]) {
            return;
        }
        int place = found < EarlyTaps.TAPS ? found++ : found - 1;
        while (place > 0 && seconds[place - 1] > time) {
            seconds[place] = seconds[place - 1];
            pressures[place] = pressures[place - 1];
            fromLeft[place] = fromLeft[place - 1];
            place--;
        }
        double pressure = 1 / time;
        for (int wall = 0; wall < walls; wall++) {
            // Not the physics of a hard wall: alternating signs keep the lows of all images from piling up.
            pressure *= -shape.reflection();
        }
        seconds[place] = time;
        pressures[place] = pressure;
        fromLeft[place] = y > LISTENER[1] * shape.width();
    }

    private void store(int input, double directSeconds, EarlyTaps into) {
        double energy = 0;
        for (int tap = 0; tap < found; tap++) {
            energy += pressures[tap] * pressures[tap];
        }
        double scale = 1 / Math.sqrt(energy);
        for (int tap = 0; tap < found; tap++) {
            int frames = (int) Math.rint(Math.max(0, seconds[tap] - directSeconds) * sampleRate);
            into.add(fromLeft[tap] ? 0 : 1, input, frames, (float) (pressures[tap] * scale));
        }
    }
}

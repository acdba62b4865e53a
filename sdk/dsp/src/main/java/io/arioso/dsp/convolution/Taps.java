package io.arioso.dsp.convolution;

/** What is asked of every impulse response. */
final class Taps {
    private Taps() {
    }

    static void require(float[] taps, int length, int most) {
        if (length < 1 || length > most || length > taps.length) {
            throw new IllegalArgumentException(
                    "impulse response: " + length + " taps is outside 1.." + Math.min(most, taps.length));
        }
        for (int k = 0; k < length; k++) {
            // Beyond 240 dB a tap is damage, and products with it could overflow.
            if (!(Math.abs(taps[k]) <= 1e12f)) {
                throw new IllegalArgumentException(
                        "impulse response: tap " + k + " is " + taps[k] + ", outside -1e12..1e12");
            }
        }
    }
}

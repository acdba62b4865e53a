package io.arioso.plugins.compressor;

import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void figures() {
        for (String det : new String[] {"envelope", "peak", "rms", "rms_smooth", "true_peak"})
            for (String[] t : new String[][] {{"10", "100"}, {"1", "30"}}) {
                StringBuilder b = new StringBuilder(det + " " + t[0] + "/" + t[1]);
                for (double hz : new double[] {50, 100, 1000, 7001})
                    b.append(String.format(" %.1f", Measured.thdDb(hz, "detector=" + det, "attack_ms=" + t[0], "release_ms=" + t[1])));
                System.out.println(b);
            }
        for (String style : new String[] {"clean", "bus", "opto", "vocal", "punch"}) {
            double[] g = Measured.stepGains(48000, 24000, 24000, 96000, "style=" + style, "threshold=-20", "knee=0", "attack_ms=10", "release_ms=100");
            System.out.println(style + " static " + g[47998] + " " + g[47999] + " att " + Measured.framesTo(g, 24000, -15 * Measured.PART, true) + " rel " + Measured.framesTo(g, 48000, -15 / StrictMath.E, false));
        }
        for (String det : new String[] {"envelope", "peak", "rms", "rms_smooth"})
            System.out.println(det + " static " + Measured.staticGainDb(0, 997, "detector=" + det, "threshold=-20", "knee=0"));
    }
}

package io.arioso.plugins.reverb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.analysis.BandCorrelation;
import io.arioso.testkit.analysis.LateSpectrum;
import io.arioso.testkit.analysis.OctaveBand;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** the sound of the five algorithmic modes. */
class ReverbTest {
    private static final double RATE = 48_000;

    @ParameterizedTest
    @CsvSource({"hall, 30, 2", "hall, 30, 6", "plate, 20, 2", "room, 6, 0.3", "chamber, 12, 1", "ambience, 6, 0.5"})
    void aFlatDecayIsWithinThreePercentInEveryOctave(String mode, double metres, double decay) {
        List<float[]> paths = Responses.paths(RATE, metres, 0.8 * decay + 0.6, "mode=" + mode, "decay_s=" + decay);
        for (double hertz : OctaveBand.CENTRES) {
            double measured = Responses.t30(paths, hertz, 1, RATE);
            // Half a dozen modes fall into the lowest octave of a tail this short: 3 % cannot be told there.
            double bound = hertz * decay < 50 ? 0.08 : 0.03;
            assertEquals(decay, measured, bound * decay, hertz + " Hz");
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 100 100 100 100 100 50", "2, 130 100 100 100 80 60",
        "6, 200 100 50 100 150 40", "1, 80 100 120 100 80 60"})
    void theDecayEqualiserIsWithinFivePercentAtItsCentres(double decay, String percents) {
        String[] ids = {"decay_100", "decay_250", "decay_630", "decay_1k6", "decay_4k", "decay_10k"};
        double[] centres = {100, 250, 630, 1600, 4000, 10_000};
        String[] words = percents.split(" ");
        String[] settings = new String[words.length + 1];
        for (int band = 0; band < words.length; band++) {
            settings[band] = ids[band] + "=" + words[band];
        }
        settings[words.length] = "decay_s=" + decay;
        List<float[]> paths = Responses.paths(RATE, 30, 1.6 * decay + 0.5, settings);
        for (int band = 0; band < words.length; band++) {
            double wanted = decay * Double.parseDouble(words[band]) / 100;
            double measured = Responses.t30(paths, centres[band], 0.3, RATE);
            // A third of an octave around 100 Hz holds some forty modes; the filters are exact, see DecayCurveTest.
            double bound = band == 0 ? 0.12 : band == 1 ? 0.07 : 0.05;
            assertEquals(wanted, measured, bound * wanted, ids[band]);
        }
    }

    @Test
    void theDecayIsTheSameAtEverySampleRateWithinTwoPercent() {
        List<float[]> reference = Responses.paths(RATE, 30, 1.8, "decay_s=1.5");
        for (double rate : new double[] {44_100, 96_000}) {
            List<float[]> other = Responses.paths(rate, 30, 1.8, "decay_s=1.5");
            for (double hertz : new double[] {500, 2000, 8000}) {
                double wanted = Responses.t30(reference, hertz, 1, RATE);
                assertEquals(wanted, Responses.t30(other, hertz, 1, rate), 0.02 * wanted, hertz + " Hz at " + rate);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"plate, 20, 100, 40", "hall, 30, 100, 60", "room, 12, 100, 60", "chamber, 20, 100, 60",
        "ambience, 12, 100, 60", "plate, 20, 0, 110", "room, 12, 0, 110", "chamber, 20, 0, 110", "ambience, 12, 0, 110"})
    void echoesMergeSoon(String mode, double metres, double diffusion, double milliseconds) {
        double[] density = Responses.density(
            Responses.ensemble(RATE, metres, 0.4, "mode=" + mode, "diffusion=" + diffusion), 0.3, RATE);
        int from = Responses.sustained(density, 0.9);
        assertTrue(from <= milliseconds, "dense from " + from + " ms on instead of " + milliseconds + " ms");
    }

    @Test
    void theTailOfMonoIsUncorrelatedAndLosesNothingInMono() {
        List<float[]> responses = Responses.ensemble(RATE, 30, 4, "mod_depth=25");
        int from = (int) (0.15 * RATE);
        int to = (int) (3 * RATE);
        for (double hertz : new double[] {250, 500, 1000, 2000, 4000, 8000}) {
            double mean = 0;
            for (int room = 0; room < responses.size(); room += 2) {
                mean += BandCorrelation.octave(responses.get(room), responses.get(room + 1), from, to, hertz, RATE)
                    / Responses.SIZES.length;
            }
            // In the low octaves a few hundred modes stay a sample. Mono of two channels with correlation c loses 3 dB less 10 log10(1 + c): 0.2 dB is c = 0.047.
            assertTrue(Math.abs(mean) <= (hertz < 700 ? 0.08 : 0.05), hertz + " Hz: " + mean);
        }
    }

    @ParameterizedTest
    @CsvSource({"hall, 30, 6.0, 12", "plate, 20, 6.0, 12", "chamber, 20, 6.2, 13", "room, 12, 6.3, 13.5"})
    void withoutModulationTheLateSpectrumIsAlmostThatOfNoise(String mode, double metres, double sigma, double peak) {
        double meanSigma = 0;
        double meanPeak = 0;
        List<float[]> responses = Responses.ensemble(RATE, metres, 6, "mode=" + mode);
        for (float[] response : responses) {
            LateSpectrum late = LateSpectrum.of(Arrays.copyOfRange(response, 14_400, 14_400 + 262_144), RATE);
            meanSigma += late.sigmaDb() / responses.size();
            meanPeak += late.peakDb() / responses.size();
        }
        assertTrue(meanSigma <= sigma, "sigma " + meanSigma + " dB");
        assertTrue(meanPeak <= peak, "highest mode " + meanPeak + " dB");
    }

    @Test
    void frozenSoundKeepsItsLevel() {
        try (RunningPlugin running = Responses.harness(RATE, "mod_depth=50", "decay_10k=60").at(96_000, "freeze", 1)
                .open()) {
            running.render(Signals.whiteChannels(2, 2 * (int) RATE, 3, 0.3));
            running.render(new float[2][(int) RATE]);
            double first = Responses.energyDb(running.render(new float[2][10 * (int) RATE])[0]);
            for (int ten = 0; ten < 5; ten++) {
                running.render(new float[2][10 * (int) RATE]);
            }
            double last = Responses.energyDb(running.render(new float[2][10 * (int) RATE])[0]);
            assertEquals(first, last, 0.1, "decibels after a minute");
        }
    }

    @ParameterizedTest
    @CsvSource({"hall, 30, 2", "plate, 20, 2", "room, 12, 0.6", "chamber, 20, 1.5"})
    void theEnergyDecaysInAStraightLine(String mode, double metres, double decay) {
        float[][] response =
            Responses.mono(RATE, 1.6 * decay + 0.3, "mode=" + mode, "size=" + metres, "decay_s=" + decay);
        double[] curve = Responses.decayCurve(response[0]);
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int frame = 0; frame < curve.length; frame += 16) {
            if (curve[frame] <= -5 && curve[frame] >= -50) {
                n++;
                sumX += frame;
                sumY += curve[frame];
                sumXx += (double) frame * frame;
                sumXy += frame * curve[frame];
            }
        }
        double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        double start = (sumY - slope * sumX) / n;
        double worst = 0;
        for (int frame = 0; frame < curve.length; frame += 16) {
            if (curve[frame] <= -5 && curve[frame] >= -50) {
                worst = Math.max(worst, Math.abs(curve[frame] - start - slope * frame));
            }
        }
        assertTrue(worst <= 0.5, "residual " + worst + " dB");
    }

    @ParameterizedTest
    @CsvSource({"hall, 30", "plate, 20", "room, 12"})
    void pinkNoiseComesOutAsLoudWhateverTheDecay(String mode, double metres) {
        int frames = 16 * (int) RATE;
        float[][] pink = {audible(Signals.pink(frames, 1, 0.5)), audible(Signals.pink(frames, 2, 0.5))};
        double in = Responses.energyDb(Arrays.copyOfRange(pink[0], frames / 2, frames));
        for (double decay : new double[] {0.3, 1, 3, 8}) {
            float[][] wet = Responses.harness(RATE, "mode=" + mode, "size=" + metres, "decay_s=" + decay).render(pink);
            double out = Responses.energyDb(Arrays.copyOfRange(wet[0], frames / 2, frames));
            assertEquals(0, out - in, 1, "decibels at " + decay + " s");
        }
    }

    /** From 22 Hz on, where the reverb lets sound in. */
    private static float[] audible(float[] noise) {
        return OctaveBand.band(noise, 660, 9.8, RATE);
    }

    @Test
    void aConstantInLeavesNothing() {
        float[] constant = Signals.dc(6 * (int) RATE, 0.5);
        float[] wet = Responses.harness(RATE, "early=30", "decay_s=4").render(constant, constant)[0];
        double loudest = 0;
        for (int frame = 5 * (int) RATE; frame < wet.length; frame++) {
            loudest = Math.max(loudest, Math.abs(wet[frame]));
        }
        assertTrue(loudest < 0.5e-3, "residual " + loudest);
    }

    @ParameterizedTest
    @CsvSource({"hall, 30, 2", "hall, 30, 0.8", "plate, 20, 3", "room, 12, 0.5"})
    void theTailEndsWhereItSays(String mode, double metres, double decay) {
        String[] settings = {"mode=" + mode, "size=" + metres, "decay_s=" + decay, "predelay_ms=40"};
        double[] curve = Responses.decayCurve(Responses.mono(RATE, 2.4 * decay + 0.5, settings)[0]);
        int end = 0;
        while (curve[end] > -100) {
            end++;
        }
        try (RunningPlugin running = Responses.harness(RATE, settings).open()) {
            assertEquals(end, running.tailFrames(), 0.05 * end);
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 1", "48000, 37.5", "96000, 123.4", "48000, 500"})
    void preDelayIsExact(double rate, double milliseconds) {
        float[][] early = Responses.mono(rate, 0.3, "early=40");
        float[][] late = Responses.mono(rate, 0.9, "early=40", "predelay_ms=" + milliseconds);
        int frames = (int) Math.rint(milliseconds / 1000 * rate);
        for (int channel = 0; channel < 2; channel++) {
            for (int frame = 0; frame < frames; frame++) {
                assertEquals(0, late[channel][frame]);
            }
            int first = 0;
            while (early[channel][first] == 0) {
                first++;
            }
            int delayed = 0;
            while (late[channel][delayed] == 0) {
                delayed++;
            }
            assertEquals(frames, delayed - first);
        }
    }
}

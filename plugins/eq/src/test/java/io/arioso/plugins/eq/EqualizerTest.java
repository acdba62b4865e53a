package io.arioso.plugins.eq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ParametricEqualizer;
import io.arioso.runtime.EventQueue;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EqualizerTest {
    private static final double RATE = 48_000;

    private final Equalizer effect = new Equalizer();

    @Test
    void itsIdsAreEternal() {
        assertEquals("io.arioso.eq", Equalizer.class.getAnnotation(PluginInfo.class).id());
        List<String> ids = effect.parameters().list().stream().map(Parameter::id).toList();
        assertEquals(1 + 32 * (7 + 15) + 10, ids.size());
        assertEquals(List.of("bypass", "band1_on", "band1_type", "band1_freq", "band1_gain", "band1_q", "band1_slope",
                "band1_channel", "band2_on"), ids.subList(0, 9));
        assertEquals(List.of("band1_dyn_on", "band1_dyn_threshold", "band1_dyn_range", "band1_dyn_mode",
                "band1_dyn_knee", "band1_dyn_attack_ms", "band1_dyn_release_ms", "band1_dyn_hold_ms",
                "band1_dyn_average_ms", "band1_dyn_average", "band1_dyn_relative", "band1_sc_filter", "band1_sc_freq",
                "band1_sc_q", "band1_sc_external", "band2_dyn_on"), ids.subList(225, 241));
        assertEquals(List.of("lookahead_ms", "sc_listen", "phase", "linear_length", "gain_scale", "auto_gain",
                "auto_gain_mode", "output", "mix", "delta"), ids.subList(705, 715));
        assertEquals(List.of("pre", "post"), effect.spectra().stream().map(Spectrum::id).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void withoutABandEveryBitPasses(int channels) {
        type("bell", "1kHz/0dB@mid");
        float[][] noise = noise(channels, 4000, 1);
        assertSameBits(noise, render(channels, noise, 512, EventList.NONE));
    }

    @Test
    void itSoundsLikeTheEqualizerOfTheSameSettings() {
        type("hp", "80Hz/18");
        type("bell", "9kHz/6dB/2@side");
        effect.parameters().get("gain_scale").set(50);
        effect.parameters().get("output").set(-3);
        effect.parameters().get("auto_gain").set(1);
        ParametricEqualizer oracle = new ParametricEqualizer(RATE, 2);
        oracle.setBand(0, new BandSettings(FilterShape.HIGH_PASS, 80, 0, 0.7071, 18), BandChannel.STEREO);
        oracle.setBand(1, BandSettings.of(FilterShape.BELL, 9000, 6, 2), BandChannel.SIDE);
        oracle.setGainScale(0.5);
        oracle.setOutputDb(-3);
        oracle.setAutoGain(true);
        oracle.reset();
        float[][] noise = noise(2, 4000, 2);
        float[][] expected = copy(noise);
        oracle.process(expected, 0, 4000);
        assertSameBits(expected, render(2, noise, 512, EventList.NONE));
    }

    @Test
    void onMonoASideBandActsOnTheOneChannel() {
        type("bell", "1kHz/6dB@side");
        float[][] noise = noise(1, 2000, 3);
        float[][] side = render(1, noise, 512, EventList.NONE);
        effect.parameters().get("band1_channel").set(0);
        assertSameBits(render(1, noise, 512, EventList.NONE), side);
        assertFalse(Arrays.equals(noise[0], side[0]));
    }

    @Test
    void automationSoundsTheSameInBlocksOfAnySize() {
        float[][] noise = noise(2, 20_000, 4);
        EventQueue events = new EventQueue(100);
        Random random = new Random(4);
        Parameter on = effect.parameters().get("band5_on");
        Parameter hz = effect.parameters().get("band5_freq");
        Parameter gain = effect.parameters().get("band5_gain");
        for (int frame = 0; frame < 20_000; frame += 1 + random.nextInt(900)) {
            events.add(frame, on, random.nextInt(4) > 0 ? 1 : 0);
            events.add(frame, hz, 50 + 15_000 * random.nextDouble());
            events.add(frame, gain, 36 * random.nextDouble() - 18);
        }
        float[][] whole = renderFresh(noise, 20_000, events);
        assertFalse(Arrays.equals(noise[0], whole[0]));
        for (int block : new int[] {1, 7, 64, 480, 512, 4096}) {
            assertSameBits(whole, renderFresh(noise, block, events));
        }
    }

    @Test
    void aStateBringsBackTheSound() {
        type("ls", "120Hz/4dB");
        type("tilt", "-0.5dB");
        Equalizer other = new Equalizer();
        other.load(effect.save());
        assertEquals(effect.save(), other.save());
        assertEquals(-0.5, other.parameters().get("band2_gain").plain());
    }

    @Test
    void resetIsANewProcessor() {
        type("bell", "500Hz/9dB/4");
        float[][] noise = noise(2, 3000, 5);
        try (ProcessorRunner runner = runner(2, 512)) {
            process(runner, copy(noise), 512, EventList.NONE);
            runner.reset();
            float[][] again = copy(noise);
            process(runner, again, 512, EventList.NONE);
            assertSameBits(render(2, noise, 512, EventList.NONE), again);
        }
    }

    @Test
    void itHasNoLatencyAndRingsAsLongAsItsBands() {
        try (ProcessorRunner flat = runner(2, 512)) {
            assertEquals(0, flat.latencyFrames());
            assertEquals(0, flat.tailFrames());
        }
        type("notch", "60Hz/10");
        try (ProcessorRunner ringing = runner(2, 512)) {
            assertTrue(ringing.tailFrames() > RATE / 4 && ringing.tailFrames() < 2 * RATE, ringing.tailFrames() + "");
        }
    }

    @Test
    void analysersSeeBothSides() {
        effect.spectra().forEach(Spectrum::watch);
        effect.parameters().get("output").set(6);
        float[][] noise = noise(1, 512, 6);
        float[][] out = render(1, noise, 512, EventList.NONE);
        float[] seen = new float[512];
        effect.spectra().get(0).read(seen);
        assertArrayEquals(noise[0], seen);
        effect.spectra().get(1).read(seen);
        assertArrayEquals(out[0], seen);
    }

    private void type(String name, String text) {
        effect.shorthands().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow()
                .apply().accept(text);
    }

    private ProcessorRunner runner(int channels, int maxFrames) {
        return new ProcessorRunner(effect, RunnerSettings.of(RATE, maxFrames, BusLayout.of(channels)));
    }

    private float[][] renderFresh(float[][] audio, int block, EventList events) {
        effect.load(new Equalizer().save());
        return render(2, audio, block, events);
    }

    private float[][] render(int channels, float[][] audio, int block, EventList events) {
        float[][] out = copy(audio);
        try (ProcessorRunner runner = runner(channels, block)) {
            process(runner, out, block, events);
        }
        return out;
    }

    /** Runs the audio through in blocks, and the events at their frames. */
    private static void process(ProcessorRunner runner, float[][] audio, int block, EventList events) {
        float[][] part = new float[audio.length][block];
        EventQueue inBlock = new EventQueue(100);
        int event = 0;
        for (int at = 0; at < audio[0].length; at += block) {
            int frames = Math.min(block, audio[0].length - at);
            inBlock.clear();
            for (; event < events.size() && events.frame(event) < at + frames; event++) {
                inBlock.add(events.frame(event) - at, events.parameter(event), events.plain(event));
            }
            for (int c = 0; c < audio.length; c++) {
                System.arraycopy(audio[c], at, part[c], 0, frames);
            }
            runner.process(part, frames, inBlock, new TransportState());
            for (int c = 0; c < audio.length; c++) {
                System.arraycopy(part[c], 0, audio[c], at, frames);
            }
        }
        assertTrue(runner.faults().isEmpty(), () -> runner.faults().toString());
    }

    private static float[][] noise(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise) {
            for (int i = 0; i < frames; i++) {
                channel[i] = random.nextFloat() - 0.5f;
            }
        }
        return noise;
    }

    private static float[][] copy(float[][] audio) {
        return Arrays.stream(audio).map(float[]::clone).toArray(float[][]::new);
    }

    private static void assertSameBits(float[][] expected, float[][] actual) {
        for (int c = 0; c < expected.length; c++) {
            for (int i = 0; i < expected[c].length; i++) {
                assertEquals(Float.floatToRawIntBits(expected[c][i]), Float.floatToRawIntBits(actual[c][i]),
                        "channel " + c + ", frame " + i);
            }
        }
    }
}

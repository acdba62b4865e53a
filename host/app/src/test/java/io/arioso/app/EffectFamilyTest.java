package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.runtime.EventQueue;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the six effects have in common, whoever made them. */
class EffectFamilyTest {
    private static final double[] RATES = {44_100, 48_000, 88_200, 96_000, 176_400, 192_000};
    private static final Path PLUGINS = Path.of(System.getProperty("basedir", ".")).resolve("../../plugins");
    private static final int BLOCK = 512;

    static Stream<String> effects() {
        return FactoryEffects.ids().stream();
    }

    private static float[][] noise(int channels, int frames) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise) for (int i = 0; i < frames; i++) channel[i] = (float) random.nextDouble(-0.4, 0.4);
        return noise;
    }

    private static float[][] render(AudioPlugin effect, double rate, float[][] input, int block) {
        float[][] output = Arrays.stream(input).map(float[]::clone).toArray(float[][]::new);
        try (ProcessorRunner runner =
                new ProcessorRunner(effect, RunnerSettings.of(rate, block, BusLayout.of(input.length)))) {
            float[][] part = new float[input.length][block];
            for (int at = 0; at < output[0].length; at += block) {
                int frames = Math.min(block, output[0].length - at);
                for (int c = 0; c < part.length; c++) System.arraycopy(output[c], at, part[c], 0, frames);
                runner.process(part, frames, EventList.NONE, new TransportState());
                for (int c = 0; c < part.length; c++) System.arraycopy(part[c], 0, output[c], at, frames);
            }
            assertTrue(runner.faults().isEmpty(), () -> runner.faults().toString());
        }
        return output;
    }

    @ParameterizedTest
    @MethodSource("effects")
    void itEndsWithOutputMixAndDelta(String id) {
        List<Parameter> parameters = FactoryEffects.make(id).parameters().list();
        assertEquals(ParameterIds.BYPASS, parameters.get(0).id());
        List<Parameter> last = parameters.subList(parameters.size() - 2, parameters.size());
        assertEquals(List.of(ParameterIds.MIX, ParameterIds.DELTA), last.stream().map(Parameter::id).toList());
        last.forEach(parameter -> assertEquals(ParameterIds.OUTPUT_GROUP, parameter.group()));
    }

    @Test
    void theSameIdMeansTheSameUnitEverywhere() {
        Map<String, Parameter> known = new HashMap<>();
        for (String id : FactoryEffects.ids())
            for (Parameter parameter : FactoryEffects.make(id).parameters()) {
                Parameter other = known.putIfAbsent(parameter.id(), parameter);
                if (other != null) assertEquals(other.unit(), parameter.unit(), id + ": " + parameter.id());
            }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void itsIdsSayTheirUnit(String id) {
        for (Parameter parameter : FactoryEffects.make(id).parameters()) {
            boolean time = parameter.unit() == io.arioso.sdk.parameter.Unit.MILLISECONDS;
            boolean pitch = parameter.unit() == io.arioso.sdk.parameter.Unit.HERTZ;
            assertEquals(time, parameter.id().endsWith("_ms"), parameter.id());
            assertEquals(pitch, parameter.id().endsWith("_freq") || parameter.id().equals("mod_rate"), parameter.id());
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void itWorksInMonoAndStereoAtEveryRateForAnyBlocks(String id) {
        for (double rate : RATES)
            for (int channels = 1; channels <= 2; channels++) {
                float[][] input = noise(channels, 6000);
                float[][] whole = render(FactoryEffects.make(id), rate, input, BLOCK);
                float[][] pieces = render(FactoryEffects.make(id), rate, input, 77);
                for (int c = 0; c < channels; c++) assertArrayEquals(whole[c], pieces[c], rate + " Hz, channel " + c);
                for (float sample : whole[0]) assertTrue(Math.abs(sample) < 8, rate + " Hz: " + sample);
                assertFalse(Arrays.equals(new float[6000], whole[0]), rate + " Hz: silent");
            }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void whatIsHeardAndItsDeltaAddUpToTheInput(String id) {
        float[][] input = noise(2, 20_000);
        float[][] heard = render(FactoryEffects.make(id), 48_000, input, BLOCK);
        AudioPlugin difference = FactoryEffects.make(id);
        difference.parameters().get(ParameterIds.DELTA).set(1);
        float[][] delta = render(difference, 48_000, input, BLOCK);
        AudioPlugin bypassed = FactoryEffects.make(id);
        bypassed.parameters().get(ParameterIds.BYPASS).set(1);
        float[][] dry = render(bypassed, 48_000, input, BLOCK);
        for (int i = 0; i < 20_000; i++) assertEquals(dry[1][i], heard[1][i] + delta[1][i], 2e-7, "frame " + i);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void everyParameterAtOnceFromNothingToInfinityStaysFinite(String id) {
        AudioPlugin effect = FactoryEffects.make(id);
        double[] absurd = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, -1e300, 1e300, 0};
        float[][] bad = noise(2, BLOCK);
        try (ProcessorRunner runner = new ProcessorRunner(effect, RunnerSettings.of(48_000, BLOCK, BusLayout.STEREO))) {
            EventQueue events = new EventQueue(2 * effect.parameters().size());
            for (int block = 0; block < 60; block++) {
                events.clear();
                for (Parameter parameter : effect.parameters())
                    if (parameter.automatable() && !parameter.id().equals(ParameterIds.BYPASS))
                        events.add(block % BLOCK, parameter, absurd[block % absurd.length]);
                float[][] audio = {bad[0].clone(), bad[1].clone()};
                audio[0][7] = block % 5 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
                audio[1][9] = block % 2 == 0 ? 1e30f : Float.MIN_VALUE;
                runner.process(audio, BLOCK, events, new TransportState());
                for (float[] channel : audio)
                    for (float sample : channel) assertTrue(Float.isFinite(sample), "block " + block);
            }
            runner.process(new float[2][0], 0, EventList.NONE, new TransportState());
            assertTrue(runner.faults().isEmpty(), () -> runner.faults().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("effects")
    void itsManualNamesEveryParameter(String id) throws IOException {
        String folder = id.substring(id.lastIndexOf('.') + 1).replace("widener", "stereo-widener");
        String manual = Files.readString(PLUGINS.resolve(folder).resolve("README.md"));
        List<String> missing = FactoryEffects.make(id).parameters().list().stream().map(Parameter::id)
            .filter(name -> !name.equals(ParameterIds.BYPASS) && !manual.contains(name))
            .map(name -> name.replaceFirst("(?<=band|eq|tap|crossover)\\d+", "1")).distinct()
            .filter(name -> !manual.contains(name) && !manual.contains(name.replaceFirst("1", "N"))).toList();
        assertEquals(List.of(), missing);
    }
}

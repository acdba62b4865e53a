package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.AudioPlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every factory preset on the kind of programme it is made for: loudness, true peak and gain reduction stay within the
 * bounds of {@code factory-presets.csv}, by our meter and by ffmpeg's.
 */
class FactoryPresetsSoundTest {
    private static final String BOUNDS = "factory-presets.csv";

    @TempDir
    static Path folder;

    /**
     * One line of the bounds.
     *
     * @param lufsFrom loudness of the output, in LUFS, at least
     * @param lufsTo   and at most
     * @param peakTo   true peak of the output in dBTP, at most
     * @param reductionFrom greatest gain reduction on the way in dB, at least
     * @param reductionTo   and at most
     */
    record Bounds(String plugin, String preset, Programme programme, double lufsFrom, double lufsTo, double peakTo,
                  double reductionFrom, double reductionTo) {
        static Bounds parse(String line) {
            String[] cells = line.split(",", -1);
            return new Bounds(cells[0], cells[1], Programme.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                Double.parseDouble(cells[3]), Double.parseDouble(cells[4]), Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]), Double.parseDouble(cells[7]));
        }

        String file() {
            return plugin + "/" + preset;
        }

        @Override
        public String toString() {
            return file();
        }
    }

    static List<Bounds> bounds() throws IOException {
        try (var in = FactoryPresetsSoundTest.class.getResourceAsStream("/" + BOUNDS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(Bounds::parse).toList();
        }
    }

    @Test
    void everyPresetHasItsBounds() throws IOException {
        Set<String> bound = bounds().stream().map(Bounds::file).collect(Collectors.toCollection(TreeSet::new));
        Set<String> shipped = new TreeSet<>();
        for (String plugin : FactoryEffects.ids())
            try (Stream<Path> files = Files.list(FactoryEffects.PRESETS.resolve(plugin))) {
                files.forEach(file -> shipped.add(plugin + "/" + file.getFileName().toString().replace(".json", "")));
            }
        assertEquals(shipped, bound);
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void staysWithinItsBounds(Bounds bounds) throws Exception {
        Path output = folder.resolve("out.wav");
        AudioPlugin effect = FactoryEffects.make(bounds.plugin());
        effect.load(Preset.read(FactoryEffects.PRESETS.resolve(bounds.file() + ".json")).state());
        SoundCheck check = SoundCheck.render(bounds.programme(), folder, output, SampleFormat.FLOAT32, List.of(effect));
        assertTrue(check.result().faults().isEmpty(), () -> check.result().faults().toString());
        double lufs = check.result().after().integratedLufs();
        double peak = check.result().after().truePeakDbtp();
        if ("print".equals(System.getProperty("arioso.bounds")))
            System.out.printf(Locale.ROOT, "%s,%s,%s,%.1f,%.1f,%.1f,%.1f,%.1f%n", bounds.plugin(), bounds.preset(),
                bounds.programme().name().toLowerCase(Locale.ROOT), lufs - 1, lufs + 1, peak + 0.5,
                Math.max(0, check.gainReductionDb() - 1), check.gainReductionDb() == 0 ? 0 : check.gainReductionDb() + 1);
        assertBetween("loudness", bounds.lufsFrom(), lufs, bounds.lufsTo());
        assertBetween("true peak", Double.NEGATIVE_INFINITY, peak, bounds.peakTo());
        assertBetween("gain reduction", bounds.reductionFrom(), check.gainReductionDb(), bounds.reductionTo());
        assumeTrue(OutsideMeter.installed(), "skipped: ffmpeg's reading of factory presets (ffmpeg is not installed)");
        OutsideMeter outside = OutsideMeter.read(output);
        assertBetween("ffmpeg's loudness", bounds.lufsFrom() - 0.1, outside.lufs(), bounds.lufsTo() + 0.1);
        assertBetween("ffmpeg's true peak", Double.NEGATIVE_INFINITY, outside.truePeakDb(), bounds.peakTo() + 0.1);
    }

    static void assertBetween(String what, double from, double value, double to) {
        assertTrue(value >= from && value <= to, () -> what + ": " + value + " is outside " + from + ".." + to);
    }
}

package io.arioso.app;

import static io.arioso.app.FactoryPresetsSoundTest.assertBetween;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.preset.Slug;
import io.arioso.host.session.ChainDocument;
import io.arioso.host.session.SavedSlot;
import io.arioso.sdk.AudioPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The six factory chains do what they promise, on thirty seconds of programme, by our meter and by ffmpeg's. */
class FactoryChainsTest {
    private static final Path CHAINS = FactoryEffects.PRESETS.resolve("chains");

    @TempDir
    static Path folder;

    static Stream<Path> chains() throws IOException {
        return Files.list(CHAINS).sorted();
    }

    @Test
    void thereAreSix() throws IOException {
        assertEquals(List.of("cd-master.json", "drum-bus.json", "mix-bus.json", "podcast.json", "streaming-master.json",
            "vocal.json"), chains().map(file -> file.getFileName().toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("chains")
    void isWrittenAsAriosoWouldWriteItAndNamesPresetsThatThereAre(Path file) throws IOException {
        ChainDocument chain = ChainDocument.read(file);
        assertEquals(Slug.of(chain.name()) + ".json", file.getFileName().toString());
        assertArrayEquals(Files.readAllBytes(file), chain.toBytes());
        for (SavedSlot slot : chain.slots()) {
            AudioPlugin effect = FactoryEffects.make(slot.plugin());
            slot.state().values().keySet().forEach(effect.parameters()::get);
            if (!slot.preset().isEmpty())
                assertTrue(Files.exists(FactoryEffects.PRESETS.resolve(slot.plugin()).resolve(Slug.of(slot.preset()) + ".json")),
                    slot.preset());
        }
    }

    @Test
    void vocalHoldsAVoiceBackAndStaysBelowFullScale() throws Exception {
        SoundCheck check = render("vocal", Programme.VOICE, SampleFormat.FLOAT32);
        assertBetween("gain reduction", 3, check.gainReductionDb(), 9);
        assertPeak(check, -0.1);
    }

    @Test
    void drumBusTakesTwoToSixDecibelsOffTheCrest() throws Exception {
        SoundCheck check = render("drum-bus", Programme.DRUMS, SampleFormat.FLOAT32);
        assertBetween("crest change", -6, check.crestChange(), -2);
        // Its limiter catches samples; what lies between them may rise above.
        assertBetween("sample peak", -1, check.result().after().samplePeakDbfs(), -0.495);
        assertPeak(check, 3);
    }

    @Test
    void mixBusGluesGentlyAndLeavesTheMonoSum() throws Exception {
        SoundCheck check = render("mix-bus", Programme.SONG, SampleFormat.FLOAT32);
        assertBetween("gain reduction", 0.1, check.gainReductionDb(), 3);
        assertPeak(check, -0.1);
        double wide = monoLufs();
        SoundCheck.render(Programme.SONG, folder, output(), SampleFormat.FLOAT32,
            effects("mix-bus", slot -> !slot.plugin().equals("io.arioso.widener")));
        assertEquals(monoLufs(), wide, 0.1);
    }

    @Test
    void streamingMasterArrivesAtMinusFourteen() throws Exception {
        SoundCheck check = render("streaming-master", Programme.SONG, SampleFormat.INT24);
        assertEquals(-14, check.result().after().integratedLufs(), 0.2);
        assertPeak(check, -1);
    }

    @Test
    void cdMasterIsLoudAndUsesItsSixteenBits() throws Exception {
        SoundCheck check = render("cd-master", Programme.SONG, SampleFormat.FLOAT32);
        assertEquals(-10, check.result().after().integratedLufs(), 1);
        assertPeak(check, -0.3);
        for (float sample : read(output())[0]) {
            double steps = sample * 32768.0;
            assertEquals(Math.rint(steps), steps, "not on the grid of 16 bits");
        }
    }

    @Test
    void podcastArrivesAtMinusSixteenAndEvenly() throws Exception {
        SoundCheck check = render("podcast", Programme.VOICE, SampleFormat.INT24);
        assertEquals(-16, check.result().after().integratedLufs(), 0.5);
        assertBetween("loudness range", 0, check.result().after().loudnessRangeLu(), 6);
        assertPeak(check, -1);
    }

    private static SoundCheck render(String chain, Programme programme, SampleFormat samples) throws Exception {
        SoundCheck check = SoundCheck.render(programme, folder, output(), samples, effects(chain, slot -> true));
        assertTrue(check.result().faults().isEmpty(), () -> check.result().faults().toString());
        assertEquals(read(output())[0].length, (int) (Programme.SECONDS * Programme.RATE), "latency is taken out");
        return check;
    }

    private static void assertPeak(SoundCheck check, double highest) throws IOException {
        assertBetween("true peak", -60, check.result().after().truePeakDbtp(), highest + 0.005);
        assumeTrue(OutsideMeter.installed(), "skipped: ffmpeg's reading of a factory chain (ffmpeg is not installed)");
        OutsideMeter outside = OutsideMeter.read(output());
        assertBetween("ffmpeg's true peak", -60, outside.truePeakDb(), highest + 0.1);
        assertEquals(check.result().after().integratedLufs(), outside.lufs(), 0.1, "ffmpeg's loudness");
    }

    private static List<AudioPlugin> effects(String chain, Predicate<SavedSlot> wanted) throws IOException {
        List<AudioPlugin> effects = new ArrayList<>();
        for (SavedSlot slot : ChainDocument.read(CHAINS.resolve(chain + ".json")).slots()) {
            if (!wanted.test(slot)) continue;
            AudioPlugin effect = FactoryEffects.make(slot.plugin());
            effect.load(slot.state());
            effects.add(effect);
        }
        return effects;
    }

    private static Path output() {
        return folder.resolve("out.wav");
    }

    private static double monoLufs() throws IOException {
        float[][] audio = read(output());
        float[] mono = new float[audio[0].length];
        for (int i = 0; i < mono.length; i++) mono[i] = (audio[0][i] + audio[1][i]) / 2;
        ProgrammeMeter meter = new ProgrammeMeter(Programme.RATE, 1);
        meter.process(new float[][] {mono}, 0, mono.length);
        return meter.report().integratedLufs();
    }

    private static float[][] read(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            float[][] audio = new float[reader.info().channels()][(int) reader.info().frames()];
            for (int at = 0; at < audio[0].length; ) at += reader.read(audio, at, audio[0].length - at);
            return audio;
        }
    }
}

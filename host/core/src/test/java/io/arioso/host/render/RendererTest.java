package io.arioso.host.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.dither.Dither;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.OutputExistsException;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.graph.TestEffects;
import io.arioso.runtime.Fault;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginCategory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendererTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 4 * RATE + 123;

    @TempDir
    Path folder;
    private Path input;
    private Path output;

    @BeforeEach
    void writeInput() throws IOException {
        input = folder.resolve("in.wav");
        output = folder.resolve("out.wav");
        write(input, noise());
    }

    private static float[][] noise() {
        SplittableRandom random = new SplittableRandom(7);
        float[][] noise = new float[2][FRAMES];
        for (float[] channel : noise) for (int i = 0; i < FRAMES; i++) channel[i] = (float) random.nextDouble(-0.1, 0.1);
        return noise;
    }

    private static void write(Path file, float[][] audio) throws IOException {
        try (AudioWriter writer = AudioFiles.create(file, new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, audio.length, RATE), true)) {
            writer.write(audio, 0, audio[0].length);
            writer.commit();
        }
    }

    private static float[][] read(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            float[][] audio = new float[reader.info().channels()][(int) reader.info().frames()];
            for (int at = 0; at < audio[0].length; ) at += reader.read(audio, at, audio[0].length - at);
            return audio;
        }
    }

    private static ChainSlot slot(AudioPlugin plugin) {
        PluginCategory category = plugin instanceof TestEffects.Clip ? PluginCategory.LIMITER : PluginCategory.OTHER;
        return new ChainSlot(plugin.getClass().getSimpleName(), category, plugin);
    }

    private RenderJob job(RenderFormat format, OptionalDouble target, boolean tail, AudioPlugin... chain) {
        return new RenderJob(new RenderInput.OfFile(input), new RenderOutput.OfFile(output, FileType.WAV, true),
            java.util.Arrays.stream(chain).map(RendererTest::slot).toList(), format, target, tail);
    }

    private RenderResult render(AudioPlugin... chain) throws Exception {
        return Renderer.render(job(RenderFormat.AS_INPUT, OptionalDouble.empty(), false, chain), RenderProgress.NONE);
    }

    @Test
    void anEmptyChainCopiesEverySample() throws Exception {
        render();
        assertArrayEquals(noise(), read(output));
    }

    @Test
    void latencyIsTakenOutAndTheLengthKept() throws Exception {
        RenderResult result = render(new TestEffects.Late(5000), new TestEffects.Late(11));
        assertEquals(5011, result.latencyFrames());
        assertArrayEquals(noise(), read(output));
    }

    private float[][] renderWithSidechain(float[][] key) throws Exception {
        Path file = folder.resolve("key.wav");
        write(file, key);
        RenderJob plain = job(RenderFormat.AS_INPUT, OptionalDouble.empty(), false, new TestEffects.Late(300),
            new TestEffects.AddSidechain(), new TestEffects.Late(77));
        Renderer.render(new RenderJob(plain.input(), plain.output(), plain.chain(), plain.format(), plain.targetLufs(),
            plain.keepTail(), Optional.of(new RenderInput.OfFile(file)), 120), RenderProgress.NONE);
        return read(output);
    }

    @Test
    void theSidechainArrivesWithTheInputsSameFrameHoweverLateTheEffectsAre() throws Exception {
        float[][] key = {new float[FRAMES - 5000], new float[FRAMES - 5000]};
        SplittableRandom random = new SplittableRandom(11);
        for (float[] channel : key) for (int i = 0; i < channel.length; i++) channel[i] = (float) random.nextDouble(-0.1, 0.1);
        float[][] sum = noise();
        for (int channel = 0; channel < 2; channel++)
            for (int i = 0; i < key[channel].length; i++) sum[channel][i] += key[channel][i];
        assertArrayEquals(sum, renderWithSidechain(key));
    }

    @Test
    void aMonoSidechainIsHeardOnEveryChannelAndAnotherNumberIsRefused() throws Exception {
        float[][] mono = {new float[1000]};
        java.util.Arrays.fill(mono[0], 0.25f);
        float[][] sum = noise();
        for (float[] channel : sum) for (int i = 0; i < 1000; i++) channel[i] += 0.25f;
        assertArrayEquals(sum, renderWithSidechain(mono));
        IOException refused = assertThrows(IOException.class, () -> renderWithSidechain(new float[3][1000]));
        assertTrue(refused.getMessage().contains("3 channels does not fit 2 channels"), refused.getMessage());
    }

    @Test
    void effectsSeeTheTempoOfTheJob() throws Exception {
        double[] seen = new double[1];
        RenderJob plain = job(RenderFormat.AS_INPUT, OptionalDouble.empty(), false,
            new TestEffects.Custom(context -> seen[0] = context.transport().tempoBpm()));
        Renderer.render(new RenderJob(plain.input(), plain.output(), plain.chain(), plain.format(), plain.targetLufs(),
            plain.keepTail(), Optional.empty(), 97.3), RenderProgress.NONE);
        assertEquals(97.3, seen[0]);
    }

    @Test
    void theTailIsKeptOnRequestAndEndsWithTheSound() throws Exception {
        Renderer.render(job(RenderFormat.AS_INPUT, OptionalDouble.empty(), true, new TestEffects.Late(100, 700)),
            RenderProgress.NONE);
        assertEquals(FRAMES + 600, read(output)[0].length);
        Renderer.render(job(RenderFormat.AS_INPUT, OptionalDouble.empty(), true, new TestEffects.Late(0, Long.MAX_VALUE)),
            RenderProgress.NONE);
        assertTrue(read(output)[0].length < FRAMES + 3 * RATE, "an endless tail ends when it is silent");
    }

    @Test
    void aTargetIsReachedThroughTheLimitersOwnGain() throws Exception {
        TestEffects.Clip clip = new TestEffects.Clip();
        RenderResult result = Renderer.render(job(RenderFormat.AS_INPUT, OptionalDouble.of(-4), false, clip), RenderProgress.NONE);
        assertEquals(-4, result.after().integratedLufs(), 0.06);
        assertEquals(result.gainDb(), clip.gainDb.plain(), 1e-9);
        assertTrue(result.after().samplePeakDbfs() <= -6.02, "the limiter still has the last word");
        assertTrue(result.passes() > 1, "clipping bends the way to the target");
    }

    @Test
    void aTargetWithoutALimiterIsAGainBehindTheChain() throws Exception {
        RenderResult result = Renderer.render(
            job(RenderFormat.AS_INPUT, OptionalDouble.of(-30), false, new TestEffects.Gain()), RenderProgress.NONE);
        assertEquals(-30, result.after().integratedLufs(), 0.06);
        assertEquals(1, result.passes());
    }

    @Test
    void aTargetOutOfReachIsDeliveredAsNearAsItGoes() throws Exception {
        RenderResult result = Renderer.render(
            job(RenderFormat.AS_INPUT, OptionalDouble.of(6), false, new TestEffects.Clip()), RenderProgress.NONE);
        assertTrue(result.loudnessError() < -1, "error " + result.loudnessError());
        assertTrue(Files.exists(output));
    }

    @Test
    void silenceHasNoLoudnessToReach() throws Exception {
        write(input, new float[2][RATE]);
        RenderResult result = Renderer.render(
            job(RenderFormat.AS_INPUT, OptionalDouble.of(-14), false, new TestEffects.Clip()), RenderProgress.NONE);
        assertEquals(Double.NEGATIVE_INFINITY, result.after().integratedLufs());
        assertEquals(0, result.gainDb());
    }

    @Test
    void anotherRateHasTheSameDuration() throws Exception {
        RenderFormat cd = new RenderFormat(Optional.of(SampleFormat.INT16), OptionalDouble.of(44_100), Dither.TPDF, 1);
        RenderResult result = Renderer.render(job(cd, OptionalDouble.empty(), false, new TestEffects.Late(999)), RenderProgress.NONE);
        assertEquals((long) Math.ceil(FRAMES * 44_100.0 / RATE), read(output)[0].length);
        assertEquals(44_100, result.output().sampleRate());
    }

    @Test
    void theSeedDecidesTheDither() throws Exception {
        byte[][] files = new byte[3][];
        long[] seeds = {1, 1, 2};
        for (int i = 0; i < 3; i++) {
            RenderFormat format = new RenderFormat(Optional.of(SampleFormat.INT16), OptionalDouble.empty(), Dither.TPDF, seeds[i]);
            Renderer.render(job(format, OptionalDouble.empty(), false), RenderProgress.NONE);
            files[i] = Files.readAllBytes(output);
        }
        assertArrayEquals(files[0], files[1]);
        assertNotEquals(java.util.Arrays.hashCode(files[0]), java.util.Arrays.hashCode(files[2]));
    }

    @Test
    void theInputIsNeverOverwritten() throws Exception {
        RenderJob onto = new RenderJob(new RenderInput.OfFile(input),
            new RenderOutput.OfFile(folder.resolve(".").resolve("in.wav"), FileType.WAV, true), List.of(),
            RenderFormat.AS_INPUT, OptionalDouble.empty(), false);
        assertThrows(OutputExistsException.class, () -> Renderer.render(onto, RenderProgress.NONE));
        assertArrayEquals(noise(), read(input));
    }

    @Test
    void anExistingOutputIsRefusedBeforeAnyWork() throws Exception {
        Files.writeString(output, "mine");
        RenderJob refusing = new RenderJob(new RenderInput.OfFile(input), new RenderOutput.OfFile(output, FileType.WAV, false),
            List.of(), RenderFormat.AS_INPUT, OptionalDouble.of(-14), false);
        assertThrows(OutputExistsException.class, () -> Renderer.render(refusing, (stage, done, total) -> {
            throw new AssertionError("work was done");
        }));
        assertEquals("mine", Files.readString(output));
    }

    @Test
    void anInterruptedRenderLeavesNothing() throws Exception {
        assertThrows(RenderCancelledException.class, () -> Renderer.render(
            job(RenderFormat.AS_INPUT, OptionalDouble.empty(), false), (stage, done, total) -> done < RATE));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(input), files.toList());
        }
    }

    @Test
    void pipesGiveTheSameBytesAsFiles() throws Exception {
        Renderer.render(job(RenderFormat.AS_INPUT, OptionalDouble.of(-20), false, new TestEffects.Clip()), RenderProgress.NONE);
        float[][] expected = read(output);
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        RenderJob piped = new RenderJob(
            new RenderInput.OfStream(new ByteArrayInputStream(Files.readAllBytes(input)), "standard input"),
            new RenderOutput.OfStream(pipe, FileType.WAV), List.of(slot(new TestEffects.Clip())), RenderFormat.AS_INPUT,
            OptionalDouble.of(-20), false);
        Renderer.render(piped, RenderProgress.NONE);
        Files.write(output, pipe.toByteArray());
        assertArrayEquals(expected, read(output));
    }

    @Test
    void anEffectThatFloodsTheHeapIsHeardDryAfterASecondAndToldOnce() throws Exception {
        float[][][] sink = new float[1][][];
        RenderResult result = render(new TestEffects.Custom(context -> {
            sink[0] = new float[8][32_768];
            context.audio().channel(0)[0] = 0.25f;
        }));
        List<Fault> faults = result.faults().get("Custom");
        assertEquals(1, faults.size());
        assertEquals(Fault.Kind.ALLOCATION, faults.get(0).kind());
        assertTrue(faults.get(0).givenUp());
        float[][] heard = read(output);
        assertEquals(0.25f, heard[0][10 * 1024], "still in use");
        float[] dry = noise()[0];
        for (int frame = 2 * RATE; frame < FRAMES; frame++) assertEquals(dry[frame], heard[0][frame]);
    }

    @Test
    void aLittleAllocationInEveryBlockIsToldAndInAFewBlocksIsNot() throws Exception {
        write(input, new float[2][8 * RATE]);
        byte[][] sink = new byte[1][];
        int[] calls = {0};
        RenderResult always = render(new TestEffects.Custom(context -> sink[0] = new byte[100]));
        RenderResult seldom = render(new TestEffects.Custom(context -> {
            if (++calls[0] % 50 == 0) sink[0] = new byte[100];
        }));
        Fault told = always.faults().get("Custom").get(0);
        assertEquals(Fault.Kind.ALLOCATION, told.kind());
        assertFalse(told.givenUp());
        assertTrue(seldom.faults().isEmpty(), "stray allocation was told: " + seldom.faults());
    }

    @Test
    void aFailingEffectIsReportedByItsSlotAndTheRestGoesOn() throws Exception {
        RenderResult result = render(new TestEffects.Gain(), new TestEffects.Custom(context -> {
            throw new IllegalStateException("broken");
        }));
        assertEquals(List.of("Custom"), List.copyOf(result.faults().keySet()));
        assertEquals(Fault.Kind.EXCEPTION, result.faults().get("Custom").get(0).kind());
        assertArrayEquals(noise(), read(output));
        assertFalse(result.faults().get("Custom").get(0).describe("Custom", RATE).isEmpty());
    }
}

package io.arioso.plugins.reverb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.state.PluginState;
import io.arioso.testkit.PluginHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state carries its impulse response. */
class ImpulseStateTest {
    /** What a text in a document may have, in bytes before base64. */
    private static final int MOST_BLOB_BYTES = 3 * (1 << 20) / 4;

    @TempDir
    Path folder;

    @Test
    void withoutAnImpulseResponseStatesHaveNoBlobs() {
        assertTrue(new Reverb().save().blobIds().isEmpty());
    }

    @Test
    void savedImpulseResponseSoundsAfterTheFileIsGone() throws IOException {
        Reverb first = new Reverb();
        Path file = WaveBytes.write(folder.resolve("hall.wav"), 44_100, WaveBytes.decay(1, 9_000));
        use(first, file);
        PluginState state = first.save();
        Files.delete(file);
        Reverb second = new Reverb();
        second.load(state);
        assertEquals(ReverbMode.CONVOLUTION, second.mode.value());
        assertEquals(state, second.save());
        float[] noise = WaveBytes.decay(2, 20_000);
        float[][] expected = PluginHarness.of(() -> first).render(noise, noise);
        float[][] actual = PluginHarness.of(() -> second).render(noise, noise);
        assertArrayEquals(expected[0], actual[0]);
        assertArrayEquals(expected[1], actual[1]);
    }

    @Test
    void twentySecondsOfTrueStereoSurviveExactly() throws IOException {
        float[][] channels = new float[4][];
        for (int channel = 0; channel < 4; channel++) channels[channel] = WaveBytes.decay(channel, 20 * 96_000);
        Reverb first = new Reverb();
        use(first, WaveBytes.write(folder.resolve("dome.wav"), 96_000, channels));
        PluginState state = first.save();
        for (String id : state.blobIds()) assertTrue(state.blob(id).length <= MOST_BLOB_BYTES, id);
        Reverb second = new Reverb();
        second.load(state);
        for (int channel = 0; channel < 4; channel++) {
            assertArrayEquals(channels[channel], second.impulse.impulse().copy(channel, 0, 20 * 96_000));
        }
        assertEquals("dome.wav", second.impulse.impulse().name());
    }

    @Test
    void stateWithoutAnImpulseResponseBringsTheBuiltInOneBack() throws IOException {
        Reverb reverb = new Reverb();
        use(reverb, WaveBytes.write(folder.resolve("hall.wav"), 48_000, WaveBytes.decay(1, 100)));
        reverb.load(new Reverb().save());
        assertEquals("built-in", reverb.impulse.impulse().name());
        assertTrue(reverb.save().blobIds().isEmpty());
    }

    @Test
    void damagedBlobsAreRefusedAndNothingChanges() throws IOException {
        Reverb reverb = new Reverb();
        use(reverb, WaveBytes.write(folder.resolve("hall.wav"), 48_000, WaveBytes.decay(1, 2_000)));
        reverb.decay.set(7);
        PluginState before = reverb.save();
        String id = before.blobIds().iterator().next();
        Random random = new Random(1);
        for (int draw = 0; draw < 300; draw++) {
            byte[] bytes = before.blob(id);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            PluginState damaged = before.toBuilder().blob(id, bytes).value("decay_s", 3).build();
            String message = assertThrows(IllegalArgumentException.class, () -> reverb.load(damaged),
                "seed 1, draw " + draw).getMessage();
            assertTrue(message.startsWith("impulse response in the state: is damaged: "), message);
            assertEquals(before, reverb.save());
        }
    }

    @Test
    void refusedFileLeavesTheOldImpulseResponse() throws IOException {
        Reverb reverb = new Reverb();
        use(reverb, WaveBytes.write(folder.resolve("hall.wav"), 48_000, WaveBytes.decay(1, 100)));
        PluginState before = reverb.save();
        assertThrows(IllegalArgumentException.class, () -> use(reverb, folder.resolve("absent.wav")));
        assertEquals(before, reverb.save());
    }

    @Test
    void anotherImpulseResponseIsAnotherState() throws IOException {
        Reverb reverb = new Reverb();
        use(reverb, WaveBytes.write(folder.resolve("a.wav"), 48_000, WaveBytes.decay(1, 100)));
        PluginState first = reverb.save();
        use(reverb, WaveBytes.write(folder.resolve("a.wav"), 48_000, WaveBytes.decay(2, 100)));
        assertNotEquals(first, reverb.save());
    }

    static void use(Reverb reverb, Path file) {
        reverb.shorthands().stream().filter(shorthand -> shorthand.name().equals("ir")).findFirst().orElseThrow()
            .apply().accept(file.toString());
    }
}

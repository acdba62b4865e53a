package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Supported, or refused by name (rule A5). */
class ForeignFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "6 | 1 | 8000 | 1 | 8 | A-law",
        "7 | 1 | 8000 | 1 | 8 | mu-law",
        "85 | 2 | 44100 | 1 | 0 | MP3",
        "17 | 1 | 8000 | 1 | 4 | IMA ADPCM",
        "4660 | 1 | 8000 | 1 | 8 | 0x1234",
        "1 | 257 | 44100 | 514 | 16 | 257 channels are outside 1..256",
        "1 | 0 | 44100 | 2 | 16 | 0 channels are outside 1..256",
        "1 | 1024 | 44100 | 2048 | 16 | 1,024 channels are outside 1..256",
        "1 | 1 | 0 | 2 | 16 | 0 Hz is outside",
        "1 | 1 | 20000000 | 2 | 16 | 20,000,000 Hz is outside",
        "1 | 2 | 44100 | 5 | 16 | a frame of 5 bytes does not fit 2 channels of 16 bit (4 bytes)",
        "1 | 2 | 44100 | 0 | 16 | a frame of 0 bytes",
        "1 | 2 | 44100 | 16 | 64 | 64 bit integers",
        "1 | 2 | 44100 | 0 | 0 | 0 bit integers",
        "3 | 2 | 44100 | 4 | 16 | 16 bit floating point",
    })
    void wavFormatsThatAreNotReadAreNamed(int tag, int channels, int rate, int blockAlign, int bits, String named) {
        byte[] file = new RiffBuilder().format(tag, channels, rate, blockAlign, bits)
                .chunk("data", new byte[64]).bytes();
        String message = assertThrows(AudioFileException.class, () -> TestAudio.open(file)).getMessage();
        assertTrue(message.contains(named), message);
    }

    @Test
    void anExtensibleFormatWithAnUnknownGuidIsNamedByIt() {
        ByteBuffer format = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort((short) 0xfffe).putShort((short) 2).putInt(44_100).putInt(176_400).putShort((short) 4)
                .putShort((short) 16).putShort((short) 22).putShort((short) 16).putInt(3).putLong(0x1122334455667788L);
        byte[] file = new RiffBuilder().chunk("fmt ", format.array()).chunk("data", new byte[64]).bytes();
        String message = assertThrows(AudioFileException.class, () -> TestAudio.open(file)).getMessage();
        assertTrue(message.contains("GUID 88776655443322110000000000000000"), message);
    }

    @Test
    void sampleRatesFromOneHertzToTenMegahertzAndTwentyBitsAreRead() throws IOException {
        for (int rate : new int[] {1, 44_100, 10_000_000}) {
            byte[] file = new RiffBuilder().format(1, 1, rate, 3, 20).chunk("data", new byte[] {0, 0, 0x40}).bytes();
            try (AudioReader reader = TestAudio.open(file)) {
                assertEquals(rate, reader.info().sampleRate());
                assertEquals(SampleFormat.INT24, reader.info().format());
                assertEquals(0.5, TestAudio.readAll(reader)[0][0]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sowt, 16, 0040, INT16", "twos, 16, 4000, INT16", "raw , 8, c0, INT8", "in24, 24, 400000, INT24",
        "42ni, 24, 000040, INT24", "in32, 32, 40000000, INT32", "23ni, 32, 00000040, INT32",
        "FL32, 32, 3f000000, FLOAT32", "FL64, 64, 3fe0000000000000, FLOAT64", "NONE, 12, 4000, INT16"})
    void uncompressedKindsOfAifcAreRead(String compression, int bits, String sample, SampleFormat format)
            throws IOException {
        byte[] file = aifc((compression + " ").substring(0, 4), bits, sample);
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(format, reader.info().format());
            assertEquals(0.5, TestAudio.readAll(reader)[0][0]);
            assertEquals(22_254.5, reader.info().sampleRate());
        }
    }

    @ParameterizedTest
    @CsvSource({"alaw, A-law", "ulaw, mu-law", "ima4, IMA ADPCM", "XYZW, XYZW"})
    void compressedKindsOfAifcAreNamed(String compression, String named) {
        byte[] file = aifc(compression, 16, "0000");
        String message = assertThrows(AudioFileException.class, () -> TestAudio.open(file)).getMessage();
        assertTrue(message.contains(named), message);
    }

    private static byte[] aifc(String compression, int bits, String hexSample) {
        byte[] sample = HexFormat.of().parseHex(hexSample);
        ByteBuffer out = ByteBuffer.allocate(200);
        out.put(Container.letters("FORM")).putInt(100).put(Container.letters("AIFC"));
        out.put(Container.letters("SSND")).putInt(8 + sample.length).putInt(0).putInt(0).put(sample);
        if (sample.length % 2 == 1) {
            out.put((byte) 0);
        }
        out.put(Container.letters("COMM")).putInt(24).putShort((short) 1).putInt(1).putShort((short) bits);
        ExtendedFloat.write(out, 22_254.5);
        out.put(Container.letters(compression)).putShort((short) 0);
        return Arrays.copyOf(out.array(), out.position());
    }

    @Test
    void extensionsNameTheUsualTypes() {
        assertEquals(Optional.of(FileType.WAV), FileType.ofExtension("a/b.c/Song.WAV"));
        assertEquals(Optional.of(FileType.AIFF), FileType.ofExtension("x.aif"));
        assertEquals(Optional.empty(), FileType.ofExtension("x.txt"));
        assertEquals(Optional.empty(), FileType.ofExtension("noextension"));
    }
}

package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other readers stumbled over (rule A3), one test each. */
class NamedRegressionTest {

    @Test
    void theFirstOfTwoFormatChunksCounts() throws IOException {
        byte[] file = new RiffBuilder().format(1, 1, 44_100, 2, 16).format(1, 255, 44_100, 510, 16)
                .chunk("data", new byte[20]).bytes();
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(1, reader.info().channels());
            assertEquals(10, reader.info().frames());
            assertEquals(List.of("memory: has more than one fmt chunk: the first counts"), reader.info().warnings());
            assertEquals(10, TestAudio.readAll(reader)[0].length);
        }
    }

    @Test
    void hundredsOfChunksAreKeptAndThousandsOfThemCutShort() throws IOException {
        for (int count : new int[] {150, 5_000}) {
            RiffBuilder builder = new RiffBuilder().format(1, 1, 44_100, 2, 16);
            for (int i = 0; i < count; i++) {
                builder.chunk("c%03d".formatted(i % 1000), new byte[] {(byte) i});
            }
            try (AudioReader reader = TestAudio.open(builder.chunk("data", new byte[20]).bytes())) {
                assertEquals(Math.min(count, ChunkCollector.MAX_KEPT), reader.info().chunks().size());
                assertEquals(10, reader.info().frames());
                assertTrue(reader.info().warnings().size() <= 20);
            }
        }
    }

    @Test
    void aMillionEmptyChunksEndTheSearch() throws IOException {
        byte[] file = new RiffBuilder().format(1, 1, 44_100, 2, 16).chunk("data", new byte[20])
                .raw(new byte[8_000_000]).bytes();
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(10, reader.info().frames());
        }
    }

    @Test
    void aFormatChunkWithoutContentIsRefused() {
        byte[] file = new RiffBuilder().chunk("fmt ", new byte[0]).chunk("data", new byte[20]).bytes();
        assertEquals("memory: the fmt chunk has 0 bytes, 16 are needed", refusal(file));
    }

    @Test
    void aWavThatEndsAfterItsFormatIsRefused() {
        byte[] file = new RiffBuilder().format(1, 1, 44_100, 2, 16).bytes();
        assertEquals(36, file.length);
        assertEquals("memory: has no data chunk, so no audio", refusal(file));
    }

    @Test
    void instrumentDataLongerThanAnyInstrumentIsKeptAsItIs() throws IOException {
        byte[] huge = new byte[100_000];
        huge[28] = (byte) 0xff;
        huge[31] = 0x7f;
        byte[] file = new RiffBuilder().format(1, 1, 44_100, 2, 16).chunk("smpl", huge).chunk("inst", new byte[3])
                .chunk("data", new byte[20]).bytes();
        AudioInfo info = TestAudio.open(file).info();
        byte[] copy = TestAudio.file(new AudioSpec(FileType.WAV, SampleFormat.INT16, 1, 44_100, info.chunks()),
                new double[1][10]);
        AudioInfo again = TestAudio.open(copy).info();
        assertEquals(List.of("smpl", "inst"), again.chunks().stream().map(Chunk::id).toList());
        assertArrayEquals(huge, again.chunks().get(0).data());
    }

    @Test
    void anAiffBlockSizeOfThreeBillionDoesNoHarm() throws IOException {
        byte[] file = TestAudio.toneFile(FileType.AIFF, SampleFormat.INT16, 2, 100);
        int audioHeader = file.length - 400 - 16;
        ByteBuffer.wrap(file).putInt(audioHeader + 12, (int) 3_183_330_648L);
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(100, TestAudio.readAll(reader)[0].length);
        }
        ByteBuffer.wrap(file).putInt(audioHeader + 8, (int) 3_183_330_648L);
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(100, TestAudio.readAll(reader)[0].length);
            assertEquals(1, reader.info().warnings().size());
        }
    }

    @Test
    void anOddChunkWithoutItsFillByteDoesNotHideTheAudio() throws IOException {
        byte[] file = new RiffBuilder().format(1, 1, 44_100, 2, 16)
                .raw("LIST\3\0\0\0abc".getBytes(StandardCharsets.ISO_8859_1)).chunk("data", new byte[20]).bytes();
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(10, reader.info().frames());
            assertEquals("LIST", reader.info().chunks().get(0).id());
        }
    }

    private static String refusal(byte[] file) {
        return assertThrows(AudioFileException.class, () -> TestAudio.open(file)).getMessage();
    }
}

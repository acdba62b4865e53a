package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metadata that we do not know is carried over as it was. */
class KeptChunkTest {

    private static Chunk chunk(String id, int bytes, boolean beforeAudio) {
        byte[] data = new byte[bytes];
        new Random(bytes).nextBytes(data);
        return new Chunk(id, data, beforeAudio);
    }

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "BW64", "W64", "AIFF", "AIFC"})
    void chunksStayInOrderOnTheirSideOfTheAudio(FileType type) throws IOException {
        List<Chunk> chunks = List.of(chunk("bext", 857, true), chunk("iXML", 100_001, true), chunk("zero", 0, true),
                chunk("LIST", 3, false), chunk("cue ", 28, false), chunk("odd!", 1, false));
        double[][] samples = TestAudio.exact(SampleFormat.INT24, 1, 333, 4);
        byte[] file = TestAudio.file(new AudioSpec(type, SampleFormat.INT24, 1, 44_100, chunks), samples);
        try (AudioReader reader = TestAudio.open(file)) {
            assertChunks(chunks, reader.info().chunks());
            assertEquals(List.of(), reader.info().warnings());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), type.name());
        }
        try (AudioReader reader = TestAudio.openPipe(file)) {
            assertChunks(chunks.subList(0, 3), reader.info().chunks());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), type + " as a pipe");
        }
    }

    private static void assertChunks(List<Chunk> expected, List<Chunk> actual) {
        assertEquals(expected.stream().map(Chunk::id).toList(), actual.stream().map(Chunk::id).toList());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).data(), actual.get(i).data(), expected.get(i).id());
            assertEquals(expected.get(i).beforeAudio(), actual.get(i).beforeAudio(), expected.get(i).id());
        }
    }

    @Test
    void chunksWithAGuidOfTheirOwnStayInWave64() throws IOException {
        Chunk guid = chunk("56f7ab392d39d211d28600c04f8edb8a", 12, false);
        byte[] file = TestAudio.file(new AudioSpec(FileType.W64, SampleFormat.INT16, 1, 44_100,
                List.of(guid, chunk("bext", 9, false))), new double[1][5]);
        AudioInfo info = TestAudio.open(file).info();
        assertEquals(guid.id(), info.chunks().get(0).id());
        assertEquals(2, info.chunksFor(FileType.W64).size());
        assertEquals(List.of("bext"), info.chunksFor(FileType.WAV).stream().map(Chunk::id).toList());
        assertEquals(List.of(), info.chunksFor(FileType.AIFF));
        assertEquals(List.of(), info.chunksFor(FileType.FLAC));
        AudioSpec wrong = new AudioSpec(FileType.WAV, SampleFormat.INT16, 1, 44_100, info.chunks());
        assertThrows(AudioFileException.class, () -> AudioCreator.write(new MemorySink(), wrong));
    }

    @Test
    void flacKeepsItsMetadataBlocks() throws IOException {
        List<Chunk> chunks = List.of(chunk("FLAC:4", 77, true), chunk("FLAC:6", 100_000, true));
        byte[] file = TestAudio.file(new AudioSpec(FileType.FLAC, SampleFormat.INT16, 2, 44_100, chunks),
                TestAudio.tone(2, 5000));
        try (AudioReader reader = TestAudio.open(file)) {
            assertChunks(chunks, reader.info().chunks());
            assertEquals(5000, TestAudio.readAll(reader)[0].length);
        }
        AudioSpec wrong = new AudioSpec(FileType.FLAC, SampleFormat.INT16, 1, 44_100, List.of(chunk("bext", 9, true)));
        assertThrows(AudioFileException.class, () -> AudioCreator.write(new MemorySink(), wrong));
    }

    @Test
    void whatIsOverBudgetIsSkippedWithAWarning() throws IOException {
        byte[] file = new RiffBuilder().format(1, 1, 44_100, 2, 16).chunk("big1", new byte[10 << 20])
                .chunk("big2", new byte[10 << 20]).chunk("tiny", new byte[4]).chunk("data", new byte[8]).bytes();
        AudioInfo info = TestAudio.open(file).info();
        assertEquals(List.of("big1", "tiny"), info.chunks().stream().map(Chunk::id).toList());
        assertEquals(4, info.frames());
        assertTrue(info.warnings().get(0).contains("'big2' with 10485760 bytes is over"), info.warnings().get(0));
    }

    @Test
    void whatFollowsFromTheSamplesAndFillersAreNotKept() throws IOException {
        byte[] file = new RiffBuilder().chunk("JUNK", new byte[28]).format(1, 1, 44_100, 2, 16)
                .chunk("fact", new byte[4]).chunk("PEAK", new byte[16]).chunk("data", new byte[8])
                .raw(new byte[100]).bytes();
        AudioInfo info = TestAudio.open(file).info();
        assertEquals(List.of(), info.chunks());
        assertEquals(List.of(), info.warnings());
    }
}

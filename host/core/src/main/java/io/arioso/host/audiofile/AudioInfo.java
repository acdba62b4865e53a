package io.arioso.host.audiofile;

import java.util.List;

/**
 * What a file says about itself, checked against the bytes that are there.
 *
 * @param type       the container, found from the content
 * @param format     how samples are stored; lossy types report {@link SampleFormat#FLOAT32}
 * @param channels   1..256
 * @param sampleRate in hertz, above 0; fractional in AIFF only
 * @param frames     length that can be read, or -1 when unknown (a pipe with a streaming header)
 * @param chunks     metadata to carry over, in file order; at most 16 MiB in all
 * @param warnings   sentences about what is odd: truncated audio, skipped chunks, headers that lie; empty when all is
 *                   well
 */
public record AudioInfo(FileType type, SampleFormat format, int channels, double sampleRate, long frames,
                        List<Chunk> chunks, List<String> warnings) {

    /** Copies the lists. */
    public AudioInfo {
        chunks = List.copyOf(chunks);
        warnings = List.copyOf(warnings);
    }

    /** Length in seconds, or -1 when unknown. */
    public double seconds() {
        return frames < 0 ? -1 : frames / sampleRate;
    }

    /**
     * The chunks that a file of the target type can carry: those of the same family (RIFF and Wave64; AIFF and AIFC;
     * FLAC), none otherwise.
     */
    public List<Chunk> chunksFor(FileType target) {
        boolean sameFamily = type.isRiff() && target.isRiff() || type.isAiff() && target.isAiff()
                || type == FileType.FLAC && target == FileType.FLAC;
        if (!sameFamily) {
            return List.of();
        }
        return chunks.stream().filter(chunk -> chunk.id().length() != 32 || target == FileType.W64).toList();
    }
}

package io.arioso.host.audiofile;

import java.util.Objects;

/**
 * One piece of metadata kept as it was in the file: {@code bext}, {@code LIST}, {@code cue }, {@code iXML}, or any
 * other that we do not know.
 *
 * <p>The array is not copied, neither in nor out; treat it as read-only.
 *
 * @param id          four characters as in the file, for example {@code "cue "}; a Wave64 chunk with a GUID of its own
 *                    has that GUID's 32 hexadecimal digits; a FLAC metadata block has {@code "FLAC:"} and its number
 * @param data        the content without id, size and padding
 * @param beforeAudio whether it stands in front of the samples
 */
public record Chunk(String id, byte[] data, boolean beforeAudio) {

    /** Checks that neither id nor data is null. */
    public Chunk {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(data, "data");
    }
}

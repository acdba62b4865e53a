package io.arioso.host.audiofile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of audio file that can be read and written.
 *
 * <p>When reading, the type is found from the content. When writing, {@link #ofExtension} gives the usual type for a
 * file name. A {@link #WAV} that grows past 4 GiB is finished as {@link #RF64} by itself, and an {@link #AIFF} in a
 * floating-point format is written as {@link #AIFC}, because plain AIFF holds integers only.
 */
public enum FileType {
    /** RIFF WAVE, Microsoft and IBM 1991. */
    WAV("wav", "wave"),
    /** WAVE with 64-bit sizes, EBU Tech 3306. */
    RF64("rf64"),
    /** WAVE with 64-bit sizes, ITU-R BS.2088. */
    BW64("bw64"),
    /** Sony Wave64, chunks named by GUIDs. */
    W64("w64"),
    /** Audio Interchange File Format, Apple 1989: big-endian integers. */
    AIFF("aiff", "aif"),
    /** AIFF with a compression type, Apple 1991: also floating point and little-endian. */
    AIFC("aifc"),
    /** Free Lossless Audio Codec, RFC 9639: 16 or 24 bit. */
    FLAC("flac"),
    /** Apple Core Audio Format; needs libsndfile. */
    CAF("caf"),
    /** Ogg Vorbis; needs libsndfile. */
    OGG("ogg", "oga"),
    /** Ogg Opus; needs libsndfile. */
    OPUS("opus"),
    /** MPEG audio layer 3; needs libsndfile. */
    MP3("mp3");

    private final List<String> extensions;

    FileType(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** The usual file name extension without a dot, for example {@code "wav"}. */
    public String extension() {
        return extensions.get(0);
    }

    /**
     * The type that a file name's extension stands for, ignoring case; empty when the name has none that is known.
     *
     * @param fileName a file name or path, for example {@code "mix/song.WAV"}
     */
    public static Optional<FileType> ofExtension(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (FileType type : values()) {
            if (type.extensions.contains(extension)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether the bytes written come back as the same samples: all types but Ogg Vorbis, Opus and MP3. */
    public boolean lossless() {
        return this != OGG && this != OPUS && this != MP3;
    }

    /** Whether this type is read and written through an installed libsndfile. */
    public boolean needsLibsndfile() {
        return this == CAF || !lossless();
    }

    /** Whether chunks are named and laid out as in RIFF. */
    boolean isRiff() {
        return this == WAV || this == RF64 || this == BW64 || this == W64;
    }

    /** Whether chunks are named and laid out as in AIFF. */
    boolean isAiff() {
        return this == AIFF || this == AIFC;
    }
}

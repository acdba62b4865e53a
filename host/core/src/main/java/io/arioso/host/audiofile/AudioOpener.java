package io.arioso.host.audiofile;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/** Finds out from its first bytes what a source is and chooses the reader. */
final class AudioOpener {
    private static final int MAGIC_BYTES = 40;

    private AudioOpener() {
    }

    /** As {@link AudioFiles#open(Path)}. */
    static AudioReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new AudioFileException(file.getFileName() + ": is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A named pipe or a device has no length and cannot be positioned.
            return open(new PipeSource(new FileInputStream(file.toFile()), String.valueOf(file.getFileName())));
        }
        return open(new FileSource(file));
    }

    /** A reader for the source, which is closed when there is none. */
    static AudioReader open(ByteSource source) throws IOException {
        try {
            return choose(source, source.peekStart(MAGIC_BYTES));
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private static AudioReader choose(ByteSource source, byte[] start) throws IOException {
        if (start.length == 0) {
            throw new AudioFileException(source.name() + ": is empty");
        }
        String id = text(start, 0);
        String form = text(start, 8);
        if (form.equals("WAVE") && (id.equals("RIFF") || id.equals("RF64") || id.equals("BW64"))) {
            return RiffParser.open(source, id.equals("RIFF") ? FileType.WAV : FileType.valueOf(id));
        }
        if (id.equals("FORM") && (form.equals("AIFF") || form.equals("AIFC"))) {
            return AiffParser.open(source, FileType.valueOf(form));
        }
        if (start.length >= 16 && Arrays.equals(start, 0, 16, W64Parser.RIFF_GUID, 0, 16)) {
            return W64Parser.open(source);
        }
        if (id.equals("fLaC")) {
            return FlacParser.open(source);
        }
        if (id.equals("RIFX")) {
            throw new AudioFileException(source.name() + ": is a WAV in big-endian order (RIFX), which is not read");
        }
        FileType foreign = foreignType(start, id);
        if (foreign != null) {
            if (source instanceof FileSource file) {
                return SndfileReader.open(file, file.path(), foreign);
            }
            throw new AudioFileException(source.name() + ": " + foreign + " can be read from a file, not from a pipe");
        }
        throw new AudioFileException(source.name() + ": is not an audio file of a known kind (it starts with "
                + HexFormat.ofDelimiter(" ").formatHex(start, 0, Math.min(12, start.length)) + ")");
    }

    /** The type that only libsndfile reads, or {@code null}. */
    private static FileType foreignType(byte[] start, String id) {
        if (id.equals("caff")) {
            return FileType.CAF;
        }
        if (id.equals("OggS")) {
            return text(start, 28).equals("Opus") ? FileType.OPUS : FileType.OGG;
        }
        boolean mpegFrame = start.length > 1 && start[0] == (byte) 0xff && (start[1] & 0xe6) == 0xe2;
        return id.startsWith("ID3") || mpegFrame ? FileType.MP3 : null;
    }

    private static String text(byte[] start, int at) {
        return start.length < at + 4 ? "" : new String(start, at, 4, StandardCharsets.ISO_8859_1);
    }
}

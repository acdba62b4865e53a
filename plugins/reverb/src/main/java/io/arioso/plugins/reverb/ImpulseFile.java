package io.arioso.plugins.reverb;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads an impulse response from a WAV or AIFF file: PCM of 16, 24 or 32 bits, float of 32 or 64. [main-thread]
 *
 * <p>Strict: a file that is cut short or contradicts itself is refused, with one sentence that names the file.
 */
final class ImpulseFile {
    private static final int HEADER_BYTES = 12;

    private ImpulseFile() {
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    static ImpulseResponse read(Path file) {
        String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        try {
            if (Files.isDirectory(file)) throw new IllegalArgumentException("is a folder, no file");
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                return read(name, in, Files.size(file));
            }
        } catch (NoSuchFileException absent) {
            throw refused(file, "there is no such file", absent);
        } catch (EOFException cut) {
            throw refused(file, "is cut short: it ends before its samples do", cut);
        } catch (IOException unreadable) {
            throw refused(file, "cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException refused) {
            throw refused(file, refused.getMessage(), refused);
        }
    }

    private static ImpulseResponse read(String name, InputStream in, long size) throws IOException {
        byte[] header = in.readNBytes(HEADER_BYTES);
        if (header.length == 0) throw new IllegalArgumentException("is empty: it has no bytes");
        String letters = new String(header, StandardCharsets.ISO_8859_1);
        boolean wave = letters.matches("(?s)RIFF....WAVE");
        if (!wave && !letters.matches("(?s)FORM....AIF[FC]")) {
            throw new IllegalArgumentException("is no WAV or AIFF file");
        }
        ChunkStream chunks = new ChunkStream(in, wave ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN,
            size - HEADER_BYTES);
        PcmStretch samples = wave ? WaveHeader.find(chunks) : AiffHeader.find(chunks);
        return new ImpulseResponse(name, samples.format().sampleRate(), samples.read(chunks));
    }

    private static IllegalArgumentException refused(Path file, String reason, Exception cause) {
        return new IllegalArgumentException("impulse response " + file + ": " + reason, cause);
    }
}

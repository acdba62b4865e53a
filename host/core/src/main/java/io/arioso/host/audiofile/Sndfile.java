package io.arioso.host.audiofile;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;

/**
 * The functions of libsndfile (1.0.18 or later) that are used, as its C header declares them. {@code SF_INFO} is a
 * block of {@link #INFO_BYTES} bytes with the fields at the offsets given here.
 */
interface Sndfile extends Library {
    int MODE_READ = 0x10;
    int MODE_WRITE = 0x20;
    int SEEK_SET = 0;
    int UPDATE_HEADER_AUTO = 0x1061;

    int INFO_BYTES = 32;
    int INFO_FRAMES = 0;
    int INFO_SAMPLE_RATE = 8;
    int INFO_CHANNELS = 12;
    int INFO_FORMAT = 16;
    int INFO_SEEKABLE = 24;

    int TYPE_MASK = 0x0fff0000;
    int SUBTYPE_MASK = 0xffff;
    int CAF = 0x180000;
    int OGG = 0x200000;
    int MPEG = 0x230000;
    int VORBIS = 0x60;
    int OPUS = 0x64;
    int MPEG_LAYER_3 = 0x82;

    Pointer sf_open(String path, int mode, Memory info);

    int sf_close(Pointer file);

    int sf_format_check(Memory info);

    String sf_strerror(Pointer file);

    int sf_command(Pointer file, int command, Pointer data, int value);

    long sf_seek(Pointer file, long frames, int whence);

    long sf_readf_float(Pointer file, Memory to, long frames);

    long sf_readf_double(Pointer file, Memory to, long frames);

    long sf_writef_float(Pointer file, Memory from, long frames);

    long sf_writef_double(Pointer file, Memory from, long frames);

    long sf_writef_int(Pointer file, Memory from, long frames);

    /**
     * Loads the installed library.
     *
     * @param fileName what the sentence shall be about when there is none
     * @param libraries names to try in turn
     */
    static Sndfile load(String fileName, FileType type, String... libraries) throws AudioFileException {
        LinkageError last = null;
        for (String library : libraries) {
            try {
                return Native.load(library, Sndfile.class, Map.of(OPTION_STRING_ENCODING, "UTF-8"));
            } catch (LinkageError e) {
                last = e;
            }
        }
        throw new AudioFileException(fileName + ": " + type + " needs libsndfile, which is not installed"
                + " (Debian: apt-get install libsndfile1, macOS: brew install libsndfile)", last);
    }

    /** Loads the library under its usual names. */
    static Sndfile load(String fileName, FileType type) throws AudioFileException {
        return load(fileName, type, "sndfile", "libsndfile.so.1");
    }
}

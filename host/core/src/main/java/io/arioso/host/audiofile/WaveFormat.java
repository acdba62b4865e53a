package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;

/** The content of a {@code fmt } chunk, as RIFF WAVE and Wave64 have it. */
record WaveFormat(SampleFormat format, int channels, double sampleRate) {
    static final int PCM = 1;
    static final int IEEE_FLOAT = 3;
    static final int EXTENSIBLE = 0xfffe;
    /** Behind the two bytes of the format tag, in each GUID that stands for such a tag. */
    static final byte[] TAG_GUID_TAIL = HexFormat.of().parseHex("000000001000800000aa00389b71");

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(2, "Microsoft ADPCM"), Map.entry(6, "A-law"), Map.entry(7, "mu-law"),
            Map.entry(0x11, "IMA ADPCM"), Map.entry(0x31, "GSM 6.10"), Map.entry(0x50, "MPEG audio"),
            Map.entry(0x55, "MP3"), Map.entry(0xff, "AAC"), Map.entry(0x161, "Windows Media Audio"),
            Map.entry(0x2000, "AC-3"), Map.entry(0x674f, "Ogg Vorbis"), Map.entry(0xf1ac, "FLAC"));

    /** Reads a chunk's content, or refuses it by name. */
    static WaveFormat parse(byte[] content, ChunkCollector found) throws IOException {
        if (content.length < 16) {
            throw found.refuse("the fmt chunk has %d bytes, 16 are needed", content.length);
        }
        ByteBuffer fields = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int tag = fields.getShort() & 0xffff;
        int channels = fields.getShort() & 0xffff;
        long sampleRate = fields.getInt() & 0xffffffffL;
        fields.getInt();
        int blockAlign = fields.getShort() & 0xffff;
        int bits = fields.getShort() & 0xffff;
        if (tag == EXTENSIBLE) {
            tag = extendedTag(content, found);
        }
        checkRanges(channels, sampleRate, found);
        SampleFormat format = sampleFormat(tag, bits, found);
        if (blockAlign != channels * format.bytes()) {
            throw found.refuse("a frame of %d bytes does not fit %d channels of %d bit (%d bytes)",
                    blockAlign, channels, format.bits(), channels * format.bytes());
        }
        return new WaveFormat(format, channels, sampleRate);
    }

    static void checkRanges(int channels, double sampleRate, ChunkCollector found) throws IOException {
        if (channels < 1 || channels > AudioSpec.MAX_CHANNELS) {
            throw found.refuse("%,d channels are outside 1..%d", channels, AudioSpec.MAX_CHANNELS);
        }
        if (!(sampleRate >= 1 && sampleRate <= AudioSpec.MAX_SAMPLE_RATE)) {
            throw found.refuse("a sample rate of %,.0f Hz is outside 1..%,.0f Hz", sampleRate,
                    AudioSpec.MAX_SAMPLE_RATE);
        }
    }

    private static int extendedTag(byte[] content, ChunkCollector found) throws IOException {
        if (content.length < 40) {
            throw found.refuse("the extensible fmt chunk has %d bytes, 40 are needed", content.length);
        }
        for (int i = 0; i < TAG_GUID_TAIL.length; i++) {
            if (content[26 + i] != TAG_GUID_TAIL[i]) {
                throw found.refuse("the sample format with GUID %s is not known",
                        HexFormat.of().formatHex(content, 24, 40));
            }
        }
        return content[24] & 0xff | (content[25] & 0xff) << 8;
    }

    private static SampleFormat sampleFormat(int tag, int bits, ChunkCollector found) throws IOException {
        if (tag != PCM && tag != IEEE_FLOAT) {
            throw found.refuse("%s (WAVE format 0x%04x) is not supported, only PCM and floating point are",
                    NAMES.getOrDefault(tag, "an unknown sample format"), tag);
        }
        // Samples of odd widths are stored left-justified in whole bytes, so 20 bit reads as 24 bit.
        SampleFormat format = SampleFormat.of(tag == PCM ? (bits + 7) / 8 * 8 : bits, tag == IEEE_FLOAT);
        if (format == null) {
            throw found.refuse("%d bit %s is not supported, only 8, 16, 24, 32 bit integers and 32, 64 bit"
                            + " floating point are",
                    bits, tag == PCM ? "integers" : "floating point");
        }
        return format;
    }
}

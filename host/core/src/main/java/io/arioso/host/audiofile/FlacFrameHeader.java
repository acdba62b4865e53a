package io.arioso.host.audiofile;

/**
 * The header of one FLAC frame (RFC 9639, section 9.1), found in a heap of bytes by its sync code and its CRC-8.
 *
 * @param at         offset of the sync code in the bytes searched
 * @param firstFrame number of the first frame (in the sense of this project: sample of each channel) in it
 * @param blockSize  how many it holds
 */
record FlacFrameHeader(int at, long firstFrame, int blockSize) {
    /** The first header at or behind {@code from} that fits the stream, or {@code null}. */
    static FlacFrameHeader find(byte[] bytes, int from, int to, FlacStreamInfo stream) {
        for (int at = from; at < to - 6; at++) {
            if (bytes[at] == (byte) 0xff && (bytes[at + 1] & 0xfe) == 0xf8) {
                FlacFrameHeader header = parse(bytes, at, to, stream);
                if (header != null) {
                    return header;
                }
            }
        }
        return null;
    }

    private static FlacFrameHeader parse(byte[] bytes, int at, int to, FlacStreamInfo stream) {
        int blockCode = bytes[at + 2] >> 4 & 15;
        int rateCode = bytes[at + 2] & 15;
        int channelCode = bytes[at + 3] >> 4 & 15;
        int channels = channelCode < 8 ? channelCode + 1 : channelCode < 11 ? 2 : 0;
        if (blockCode == 0 || rateCode == 15 || (bytes[at + 3] & 1) != 0 || channels != stream.channels()) {
            return null;
        }
        int next = at + 4;
        int more = Integer.numberOfLeadingZeros(~bytes[next] << 24);
        if (more == 1 || more > 7) {
            return null;
        }
        int numberBytes = Math.max(1, more);
        int blockBytes = blockCode == 6 ? 1 : blockCode == 7 ? 2 : 0;
        int rateBytes = rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0;
        int end = next + numberBytes + blockBytes + rateBytes;
        if (end >= to || crc8(bytes, at, end) != bytes[end]) {
            return null;
        }
        long number = bytes[next] & (more == 0 ? 0x7f : 0x7f >> more);
        for (int i = 1; i < numberBytes; i++) {
            number = number << 6 | bytes[next + i] & 0x3f;
        }
        next += numberBytes;
        int blockSize = switch (blockCode) {
            case 1 -> 192;
            case 2, 3, 4, 5 -> 576 << blockCode - 2;
            case 6 -> (bytes[next] & 0xff) + 1;
            case 7 -> ((bytes[next] & 0xff) << 8 | bytes[next + 1] & 0xff) + 1;
            default -> 256 << blockCode - 8;
        };
        boolean countsSamples = (bytes[at + 1] & 1) != 0;
        return new FlacFrameHeader(at, countsSamples ? number : number * stream.maxBlock(), blockSize);
    }

    private static byte crc8(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ ((crc & 0x80) != 0 ? 0x107 : 0);
            }
        }
        return (byte) crc;
    }
}

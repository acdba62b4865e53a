package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import net.sourceforge.javaflacencoder.FLACOutputStream;

/** Sorts what the encoder library writes: its header is dropped, frames go to the sink, the totals are kept. */
final class FlacEncodedBytes implements FLACOutputStream {
    private enum Part { HEADER, FRAMES, STREAMINFO }

    private final ByteSink sink;
    private final ByteBuffer streamInfo = ByteBuffer.allocate(FlacStreamInfo.BYTES);
    private Part part = Part.HEADER;
    private long position;

    FlacEncodedBytes(ByteSink sink) {
        this.sink = sink;
    }

    /** The library has written its header. */
    void framesFollow() {
        part = Part.FRAMES;
    }

    /** The totals that the library came back to write. */
    FlacStreamInfo streamInfo() {
        return FlacStreamInfo.parse(streamInfo.flip());
    }

    @Override
    public long seek(long target) {
        part = Part.STREAMINFO;
        position = target;
        return target;
    }

    @Override
    public int write(byte[] bytes, int offset, int length) throws IOException {
        if (part == Part.FRAMES) {
            sink.append(ByteBuffer.wrap(bytes, offset, length));
        } else if (part == Part.STREAMINFO) {
            streamInfo.put(bytes, offset, Math.min(length, streamInfo.remaining()));
        }
        position += length;
        return length;
    }

    @Override
    public void write(byte single) throws IOException {
        write(new byte[] {single}, 0, 1);
    }

    @Override
    public long size() {
        return position;
    }

    @Override
    public boolean canSeek() {
        return true;
    }

    @Override
    public long getPos() {
        return position;
    }
}

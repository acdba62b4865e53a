package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file. While it is open, {@link OpenInputs} knows it. */
final class FileSource implements ByteSource {
    private final Path file;
    private final FileChannel channel;
    private final Object registration;
    private final long length;
    private long position;
    private boolean closed;

    FileSource(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            length = channel.size();
            registration = OpenInputs.add(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    Path path() {
        return file;
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void position(long offset) {
        position = offset;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        int count = channel.read(to, position);
        if (count > 0) {
            position += count;
        }
        return count;
    }

    @Override
    public byte[] peekStart(int bytes) throws IOException {
        byte[] start = new byte[(int) Math.min(bytes, length)];
        ByteBuffer buffer = ByteBuffer.wrap(start);
        readFully(buffer);
        position = 0;
        return start;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            OpenInputs.remove(registration);
            channel.close();
        }
    }
}

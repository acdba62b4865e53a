package io.arioso.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/** Standard output for audio: says when its reader has gone, which a print stream keeps to itself. */
final class AudioPipe extends FilterOutputStream {
    private final PrintStream stream;

    AudioPipe(PrintStream stream) {
        super(stream);
        this.stream = stream;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
        if (stream.checkError()) throw new IOException("standard output: whoever read it has gone");
    }
}

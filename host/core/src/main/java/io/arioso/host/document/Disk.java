package io.arioso.host.document;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What {@link SafeFile} asks of a file system; tests put one in its place that fails. */
interface Disk {

    /** A new file that is being written. */
    interface Output extends Closeable {
        /** Writes all bytes. */
        void write(byte[] bytes) throws IOException;

        /** Returns when the bytes are on the medium. */
        void force() throws IOException;
    }

    /** Creates a file that must not exist. */
    Output create(Path file) throws IOException;

    /** Puts a file in the place of another at one stroke. */
    void replace(Path from, Path to) throws IOException;

    /** Returns when the names in a folder are on the medium. */
    void forceFolder(Path folder) throws IOException;

    /** The disk of this machine. */
    Disk REAL = new Disk() {
        @Override
        public Output create(Path file) throws IOException {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new Output() {
                @Override
                public void write(byte[] bytes) throws IOException {
                    ByteBuffer rest = ByteBuffer.wrap(bytes);
                    while (rest.hasRemaining()) channel.write(rest);
                }

                @Override
                public void force() throws IOException {
                    channel.force(true);
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        }

        @Override
        public void replace(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void forceFolder(Path folder) throws IOException {
            if (System.getProperty("os.name").startsWith("Windows")) return; // a folder cannot be opened there
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    };
}

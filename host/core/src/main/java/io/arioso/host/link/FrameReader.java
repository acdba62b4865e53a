package io.arioso.host.link;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes the fields out of one frame. Allocates no more than the frame has bytes for. [one thread] */
final class FrameReader {
    private final ByteBuffer frame;

    /** Reads a frame's content: everything between position and limit. */
    FrameReader(ByteBuffer frame) {
        this.frame = frame;
    }

    /** Takes one element of a list. */
    interface Element<T> {
        T read(FrameReader from) throws LinkException;
    }

    byte octet() throws LinkException {
        require(Byte.BYTES);
        return frame.get();
    }

    int integer() throws LinkException {
        require(Integer.BYTES);
        return frame.getInt();
    }

    long number64() throws LinkException {
        require(Long.BYTES);
        return frame.getLong();
    }

    /** A finite number. */
    double number() throws LinkException {
        require(Double.BYTES);
        double value = frame.getDouble();
        if (!Double.isFinite(value)) throw new LinkException("number: " + value + " is not finite");
        return value;
    }

    boolean flag() throws LinkException {
        byte value = octet();
        if (value != 0 && value != 1) throw new LinkException("flag: " + value + " is neither 0 nor 1");
        return value == 1;
    }

    String text() throws LinkException {
        int length = integer();
        if (length < 0) throw new LinkException("text length: " + length + " is below 0");
        require(length);
        ByteBuffer bytes = frame.slice(frame.position(), length);
        frame.position(frame.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new LinkException("text: not UTF-8");
        }
    }

    /** A list whose elements take at least four bytes each. */
    <T> List<T> list(Element<T> element) throws LinkException {
        int size = integer();
        if (size < 0 || size > frame.remaining() / Integer.BYTES)
            throw new LinkException("list size: " + size + " does not fit into " + frame.remaining() + " bytes");
        List<T> elements = new ArrayList<>(size);
        for (int count = 0; count < size; count++) elements.add(element.read(this));
        return elements;
    }

    /** Checks that nothing is left. */
    void end() throws LinkException {
        if (frame.hasRemaining()) throw new LinkException("frame: " + frame.remaining() + " bytes too many");
    }

    private void require(int bytes) throws LinkException {
        if (frame.remaining() < bytes)
            throw new LinkException("frame: ends " + (bytes - frame.remaining()) + " bytes too early");
    }
}

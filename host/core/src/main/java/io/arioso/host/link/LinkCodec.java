package io.arioso.host.link;

import io.arioso.host.link.LinkMessage.Close;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Gesture;
import io.arioso.host.link.LinkMessage.Hello;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Place;
import io.arioso.host.link.LinkMessage.Scale;
import io.arioso.host.link.LinkMessage.Setting;
import io.arioso.host.link.LinkMessage.Shown;
import io.arioso.host.link.LinkMessage.Size;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.link.LinkMessage.Visible;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.sdk.PluginCategory;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Messages as bytes and back. A frame is its length in bytes (int, without itself), one byte for the kind, and the
 * record's fields in their order, big-endian; texts are their length in bytes and UTF-8; lists are their size and
 * elements. Knows no socket. [any-thread]
 */
public final class LinkCodec {
    /** Version of this protocol. */
    public static final int VERSION = 1;
    /** The longest frame in bytes, without its length. */
    public static final int MAX_FRAME = 1 << 20;

    private static final byte HELLO = 1;
    private static final byte OPEN = 2;
    private static final byte SHOWN = 3;
    private static final byte VALUE = 4;
    private static final byte GESTURE = 5;
    private static final byte LOAD_PRESET = 6;
    private static final byte SIZE = 7;
    private static final byte SCALE = 8;
    private static final byte VISIBLE = 9;
    private static final byte CLOSE = 10;
    private static final byte CLOSED = 11;

    private LinkCodec() {
    }

    /**
     * Adds a message's frame to a buffer.
     *
     * @return false if it does not fit; the buffer is then as before
     */
    public static boolean write(LinkMessage message, ByteBuffer target) {
        int start = target.position();
        try {
            target.putInt(0);
            writeContent(message, target);
        } catch (BufferOverflowException full) {
            target.position(start);
            return false;
        }
        target.putInt(start, target.position() - start - Integer.BYTES);
        return true;
    }

    /**
     * Takes the next message out of a buffer.
     *
     * @return null if its frame has not come as a whole; the buffer is then as before
     * @throws LinkException if this is no frame of this protocol; nothing more can be read then
     */
    public static LinkMessage read(ByteBuffer source) throws LinkException {
        if (source.remaining() < Integer.BYTES) return null;
        int length = source.getInt(source.position());
        if (length < 1 || length > MAX_FRAME)
            throw new LinkException("frame length: " + length + " is outside 1.." + MAX_FRAME);
        if (source.remaining() < Integer.BYTES + length) return null;
        int start = source.position() + Integer.BYTES;
        source.position(start + length);
        FrameReader frame = new FrameReader(source.slice(start, length));
        LinkMessage message = readContent(frame);
        frame.end();
        return message;
    }

    private static void writeContent(LinkMessage message, ByteBuffer out) {
        if (message instanceof Value value)
            head(out, VALUE, value.editor()).putInt(value.parameter()).putDouble(value.plain());
        else if (message instanceof Gesture gesture)
            head(out, GESTURE, gesture.editor()).putInt(gesture.parameter()).put(flag(gesture.held()));
        else if (message instanceof Size size)
            head(out, SIZE, size.editor()).putInt(size.width()).putInt(size.height());
        else if (message instanceof Visible visible) head(out, VISIBLE, visible.editor()).put(flag(visible.shown()));
        else if (message instanceof Scale scale) head(out, SCALE, scale.editor()).putDouble(scale.factor());
        else if (message instanceof LoadPreset load) head(out, LOAD_PRESET, load.editor()).putInt(load.preset());
        else if (message instanceof Shown shown) head(out, SHOWN, shown.editor());
        else if (message instanceof Close close) head(out, CLOSE, close.editor());
        else if (message instanceof Closed closed) text(head(out, CLOSED, closed.editor()), closed.why());
        else if (message instanceof Hello hello)
            text(text(head(out, HELLO, hello.version()), hello.program()), hello.meterMemory());
        else if (message instanceof Open open) writeOpen(open, head(out, OPEN, open.editor()));
    }

    private static LinkMessage readContent(FrameReader in) throws LinkException {
        byte kind = in.octet();
        return switch (kind) {
            case HELLO -> new Hello(in.integer(), in.text(), in.text());
            case OPEN -> readOpen(in);
            case SHOWN -> new Shown(in.integer());
            case VALUE -> new Value(in.integer(), in.integer(), in.number());
            case GESTURE -> new Gesture(in.integer(), in.integer(), in.flag());
            case LOAD_PRESET -> new LoadPreset(in.integer(), in.integer());
            case SIZE -> new Size(in.integer(), in.integer(), in.integer());
            case SCALE -> new Scale(in.integer(), in.number());
            case VISIBLE -> new Visible(in.integer(), in.flag());
            case CLOSE -> new Close(in.integer());
            case CLOSED -> new Closed(in.integer(), in.text());
            default -> throw new LinkException("message kind: " + kind + " is outside " + HELLO + ".." + CLOSED);
        };
    }

    private static void writeOpen(Open open, ByteBuffer out) {
        PluginDescriptor effect = open.effect();
        for (String field : List.of(effect.id(), effect.name(), effect.vendor(), effect.version(),
            effect.category().name(), effect.description(), effect.className(), effect.jar().toString(),
            effect.sha256()))
            text(out, field);
        Place place = open.place();
        text(out.putLong(place.parent()), place.title());
        out.putInt(place.width()).putInt(place.height()).putDouble(place.scale()).put(flag(place.visible()));
        out.putInt(open.parameters().size());
        for (Setting setting : open.parameters()) text(out, setting.id()).putDouble(setting.plain());
        texts(out, open.meters());
        out.putInt(open.page());
        texts(out, open.presets());
    }

    private static Open readOpen(FrameReader in) throws LinkException {
        int editor = in.integer();
        PluginDescriptor effect = new PluginDescriptor(in.text(), in.text(), in.text(), in.text(), category(in.text()),
            in.text(), in.text(), path(in.text()), in.text());
        Place place = new Place(in.number64(), in.text(), in.integer(), in.integer(), in.number(), in.flag());
        List<Setting> parameters = in.list(each -> new Setting(each.text(), each.number()));
        return new Open(editor, effect, place, parameters, in.list(FrameReader::text), in.integer(),
            in.list(FrameReader::text));
    }

    private static PluginCategory category(String name) {
        for (PluginCategory category : PluginCategory.values()) if (category.name().equals(name)) return category;
        return PluginCategory.OTHER;
    }

    private static Path path(String text) throws LinkException {
        try {
            return Path.of(text);
        } catch (InvalidPathException notAPath) {
            throw new LinkException("jar: not a path");
        }
    }

    private static ByteBuffer head(ByteBuffer out, byte kind, int first) {
        return out.put(kind).putInt(first);
    }

    private static byte flag(boolean value) {
        return (byte) (value ? 1 : 0);
    }

    private static ByteBuffer text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return out.putInt(bytes.length).put(bytes);
    }

    private static void texts(ByteBuffer out, List<String> texts) {
        out.putInt(texts.size());
        for (String text : texts) text(out, text);
    }
}

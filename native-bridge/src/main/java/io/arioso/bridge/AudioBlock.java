package io.arioso.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Java's view of {@code shim_block}: the memory that one active instance shares with the shim. The shim writes before a
 * call, Java while it runs, so no ordering is needed. [audio-thread]
 */
public final class AudioBlock {
    /** Events that fit in, each way. */
    public static final int EVENTS = 1024;
    /** A parameter takes a value. */
    public static final int VALUE = 0;
    /** The user takes hold of a parameter. */
    public static final int GESTURE_BEGIN = 1;
    /** The user lets go of it. */
    public static final int GESTURE_END = 2;

    static final int PLAYING = 1;
    static final int RECORDING = 2;
    static final int HAS_TEMPO = 4;
    static final int HAS_QUARTERS = 8;
    static final int HAS_BAR = 16;
    static final int HAS_SIGNATURE = 32;
    static final int HAS_FRAMES = 64;
    static final int HAS_SIDECHAIN = 128;

    private static final int FRAMES = 0;
    private static final int FLAGS = 4;
    private static final int EVENTS_IN = 8;
    private static final int EVENTS_OUT = 12;
    private static final int POSITION_FRAMES = 16;
    private static final int POSITION_QUARTERS = 24;
    private static final int BAR_START_QUARTERS = 32;
    private static final int TEMPO = 40;
    private static final int NUMERATOR = 48;
    private static final int DENOMINATOR = 52;
    private static final int LATENCY = 56;
    private static final int TAIL = 60;
    private static final int MAX_FRAMES = 64;
    private static final int CHANNELS = 68;
    private static final int SIDECHAIN_CHANNELS = 72;
    private static final int IN = 128;
    private static final int EVENT_BYTES = 24;
    private static final int KIND = 4;
    private static final int PARAMETER = 8;
    private static final int VALUE_AT = 16;
    private static final int OUT = IN + EVENTS * EVENT_BYTES;
    private static final int AUDIO = OUT + EVENTS * EVENT_BYTES;

    private final ByteBuffer bytes;
    private final FloatBuffer audio;
    private final int maxFrames;

    /** Looks at a block of the shim. [main-thread] */
    public AudioBlock(ByteBuffer block) {
        bytes = block.order(ByteOrder.nativeOrder());
        maxFrames = bytes.getInt(MAX_FRAMES);
        audio = bytes.position(AUDIO).slice().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** Bytes of a block. */
    public static int sizeOf(int channels, int sidechainChannels, int maxFrames) {
        return AUDIO + Float.BYTES * (channels + sidechainChannels) * maxFrames;
    }

    /** A block of Java's own, for calls that no DAW makes: the warm-up's. [main-thread] */
    static AudioBlock allocate(int channels, int sidechainChannels, int maxFrames) {
        ByteBuffer memory = ByteBuffer.allocateDirect(sizeOf(channels, sidechainChannels, maxFrames))
            .order(ByteOrder.nativeOrder());
        memory.putInt(MAX_FRAMES, maxFrames).putInt(CHANNELS, channels).putInt(SIDECHAIN_CHANNELS, sidechainChannels);
        return new AudioBlock(memory);
    }

    /** Starts a call in the shim's place: no events yet. */
    void begin(int frames, int flags) {
        bytes.putInt(FRAMES, frames).putInt(FLAGS, flags).putInt(EVENTS_IN, 0);
    }

    /** Puts a value into the call in the shim's place; false if there is no more room. */
    boolean receive(int frame, int parameter, double value) {
        int count = eventCount();
        if (count == EVENTS) return false;
        int at = IN + count * EVENT_BYTES;
        bytes.putInt(at, frame).putInt(at + KIND, VALUE).putInt(at + PARAMETER, parameter);
        bytes.putDouble(at + VALUE_AT, value);
        bytes.putInt(EVENTS_IN, count + 1);
        return true;
    }

    /** Frames of this call. */
    public int frames() {
        return bytes.getInt(FRAMES);
    }

    /** The longest call in frames. */
    public int maxFrames() {
        return maxFrames;
    }

    /** Channels of the main bus. */
    public int channels() {
        return bytes.getInt(CHANNELS);
    }

    /** Channels of the side-chain, 0 for none. */
    public int sidechainChannels() {
        return bytes.getInt(SIDECHAIN_CHANNELS);
    }

    boolean has(int flag) {
        return (bytes.getInt(FLAGS) & flag) != 0;
    }

    long positionFrames() {
        return bytes.getLong(POSITION_FRAMES);
    }

    double positionQuarters() {
        return bytes.getDouble(POSITION_QUARTERS);
    }

    double barStartQuarters() {
        return bytes.getDouble(BAR_START_QUARTERS);
    }

    double tempo() {
        return bytes.getDouble(TEMPO);
    }

    int numerator() {
        return bytes.getInt(NUMERATOR);
    }

    int denominator() {
        return bytes.getInt(DENOMINATOR);
    }

    /** Copies a channel's input: the main bus's first, then the side-chain's. */
    public void read(int plane, float[] target, int frames) {
        audio.get(plane * maxFrames, target, 0, frames);
    }

    /** Copies a channel's output. */
    public void write(int plane, float[] source, int frames) {
        audio.put(plane * maxFrames, source, 0, frames);
    }

    /** Events that came with this call. */
    public int eventCount() {
        return bytes.getInt(EVENTS_IN);
    }

    /** An event's frame within the call. */
    public int eventFrame(int event) {
        return bytes.getInt(IN + event * EVENT_BYTES);
    }

    /** What an event is: only {@link #VALUE} comes from a DAW. */
    public int eventKind(int event) {
        return bytes.getInt(IN + event * EVENT_BYTES + KIND);
    }

    /** An event's parameter: its key, in LV2 its number. */
    public int eventParameter(int event) {
        return bytes.getInt(IN + event * EVENT_BYTES + PARAMETER);
    }

    /** An event's value: plain, in VST3 normalized. */
    public double eventValue(int event) {
        return bytes.getDouble(IN + event * EVENT_BYTES + VALUE_AT);
    }

    /** Forgets what was sent before this call. */
    public void clearSent() {
        bytes.putInt(EVENTS_OUT, 0);
    }

    /** Sends an event to the DAW; false if there is no more room in this call. */
    public boolean send(int frame, int kind, int parameter, double value) {
        int count = bytes.getInt(EVENTS_OUT);
        if (count == EVENTS) return false;
        int at = OUT + count * EVENT_BYTES;
        bytes.putInt(at, frame);
        bytes.putInt(at + KIND, kind);
        bytes.putInt(at + PARAMETER, parameter);
        bytes.putDouble(at + VALUE_AT, value);
        bytes.putInt(EVENTS_OUT, count + 1);
        return true;
    }

    /** Says how late the output is and how long it goes on, in frames. */
    public void publish(int latencyFrames, long tailFrames) {
        bytes.putInt(LATENCY, latencyFrames);
        bytes.putInt(TAIL, (int) Math.min(Integer.MAX_VALUE, tailFrames));
    }
}

package io.arioso.bridge;

import io.arioso.host.document.DocumentException;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.BusLayout;
import java.util.List;

/**
 * One effect as every format sees it: parameters and meters in one list, state as a document, presets, audio. Knows no
 * pointers and no format.
 */
public final class BridgedPlugin implements AutoCloseable {

    /** Gives the instance its DAW; once, before anything else. [main-thread] */
    void attach(BridgeHost host) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** What the catalog says of the effect. [any-thread] */
    public PluginDescriptor descriptor() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Parameters, then meters. [any-thread] */
    public List<BridgedParameter> parameters() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The parameter or meter of a key, null if there is none. [any-thread, allocates nothing] */
    public BridgedParameter byKey(int key) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Plain value now; a meter that has not measured yet reads its lowest value. [any-thread] */
    public double plain(BridgedParameter parameter) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Sets a plain value from the DAW; out of range is clamped, NaN and meters are ignored. [any-thread] */
    public void setPlain(BridgedParameter parameter, double plain) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Least and greatest plain value, also for meters. [any-thread] */
    public double minimum(BridgedParameter parameter) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** As {@link #minimum}. */
    public double maximum(BridgedParameter parameter) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The plain value at 0..1; rounded to six digits, so that a DAW's float does not show. [any-thread] */
    public double toPlain(BridgedParameter parameter, double normalized) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The place on 0..1 of a plain value. [any-thread] */
    public double toNormalized(BridgedParameter parameter, double plain) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The plain value as the user reads it, with unit. [main-thread] */
    public String format(BridgedParameter parameter, double plain) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The plain value of what the user typed. [main-thread]
     * @throws IllegalArgumentException if it is not understood */
    public double parse(BridgedParameter parameter, String typed) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Whether the effect can be prepared so. [main-thread] */
    public boolean supports(BusLayout layout) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Whether the effect takes a side-chain beside a stereo bus. [any-thread] */
    public boolean hasSidechain() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The state as a document, the same in all formats; equal states give equal bytes. [main-thread] */
    public byte[] saveState() {
        throw new UnsupportedOperationException("not there yet");
    }

    /**
     * Takes over a document of any format. All or nothing. [main-thread]
     *
     * @throws DocumentException with one sentence for the user if it is not acceptable; the old state then stands
     */
    public void loadState(byte[] document) throws DocumentException {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The factory presets, in the order of the DAW's list. [any-thread] */
    public List<Preset> presets() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Takes over a factory preset. [main-thread] */
    public void loadPreset(int index) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Delay of the output in frames; 0 while inactive and never active before. [any-thread] */
    public int latencyFrames() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Takes over the block's events, prepares and warms up a processor. [main-thread] */
    void activate(AudioBlock block, double sampleRate, BusLayout layout, boolean offline) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Renders the block in place and sends edits and meters. [audio-thread] */
    void process(AudioBlock block) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Forgets past sound. [audio-thread] */
    void reset() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Ends an activation. [main-thread] */
    void deactivate() {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The user takes hold of a parameter in the editor. [any-thread but audio] */
    public void beginEdit(BridgedParameter parameter) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The user moves it: it is set and the DAW is told. [any-thread but audio] */
    public void edit(BridgedParameter parameter, double plain) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The user lets go. [any-thread but audio] */
    public void endEdit(BridgedParameter parameter) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The user's edits for the DAW. CLAP's are taken by {@link #process}; VST3's and LV2's by their main thread. */
    public EditQueue edits() {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not there yet");
    }
}

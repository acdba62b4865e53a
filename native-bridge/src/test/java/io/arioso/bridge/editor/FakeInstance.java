package io.arioso.bridge.editor;

import io.arioso.host.plugin.PluginDescriptor;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An instance that keeps what its editor does to it. */
final class FakeInstance implements EditedInstance {
    /** What the editor has done, in words: {@code begin 0}, {@code edit 0 1.5}, {@code end 0}, {@code preset 1}. */
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final double[] values;
    volatile double level = Double.NaN;

    private final PluginDescriptor descriptor;
    private final List<String> parameters;
    private final List<String> meters;

    FakeInstance(PluginDescriptor descriptor, List<String> parameters, List<String> meters, double... values) {
        this.descriptor = descriptor;
        this.parameters = parameters;
        this.meters = meters;
        this.values = values;
    }

    /** The next thing that the editor has done; null if there is none for a while. */
    String next() throws InterruptedException {
        return events.poll(5, TimeUnit.SECONDS);
    }

    @Override
    public PluginDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public List<String> parameters() {
        return parameters;
    }

    @Override
    public List<String> meters() {
        return meters;
    }

    @Override
    public List<String> presets() {
        return List.of("Soft", "Hard");
    }

    @Override
    public synchronized double plain(int parameter) {
        return values[parameter];
    }

    @Override
    public double meter(int meter) {
        return level;
    }

    @Override
    public void beginEdit(int parameter) {
        events.add("begin " + parameter);
    }

    @Override
    public synchronized void edit(int parameter, double plain) {
        values[parameter] = plain;
        events.add("edit " + parameter + " " + plain);
    }

    @Override
    public void endEdit(int parameter) {
        events.add("end " + parameter);
    }

    @Override
    public synchronized void loadPreset(int preset) {
        values[0] = preset * 10;
        events.add("preset " + preset);
    }

    synchronized void automate(int parameter, double plain) {
        values[parameter] = plain;
    }
}

package io.arioso.bridge.editor;

import io.arioso.host.link.Link;
import io.arioso.host.link.LinkMessage;
import io.arioso.host.link.LinkMessage.Close;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Gesture;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Place;
import io.arioso.host.link.LinkMessage.Scale;
import io.arioso.host.link.LinkMessage.Setting;
import io.arioso.host.link.LinkMessage.Shown;
import io.arioso.host.link.LinkMessage.Size;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.link.LinkMessage.Visible;
import io.arioso.host.link.MeterPage;
import java.util.ArrayList;
import java.util.List;

/**
 * One editor as the DAW's process has it: keeps the other process's picture of the instance up to date, and the
 * instance's of the user. Its lock is held for moments only, so that the DAW's main thread never waits for long; after
 * {@link #close} nothing is called any more.
 */
final class RemoteEditor implements EditorWindow {
    private final EditorSession session;
    private final EditedInstance instance;
    private final EditorOwner owner;
    private final long parent;
    private final String title;
    private final List<String> parameters;
    private final List<String> meters;
    private final List<String> presets;
    private final double[] sent;
    private final boolean[] held;
    private volatile int number;
    private int width;
    private int height;
    private double scale;
    private volatile boolean visible = true;
    private volatile boolean closed;
    private volatile long openedNanos;
    private volatile Link link;
    private MeterPage page;

    /**
     * An editor that is not open yet.
     *
     * @param parent X11 window to live in; 0 for a window of its own
     */
    RemoteEditor(EditorSession session, EditedInstance instance, long parent, String title, double scale,
            EditorOwner owner) {
        this.session = session;
        this.instance = instance;
        this.parent = parent;
        this.title = title;
        this.scale = scale;
        this.owner = owner;
        parameters = instance.parameters();
        meters = instance.meters();
        presets = instance.presets();
        sent = new double[parameters.size()];
        held = new boolean[parameters.size()];
        width = EditorSizes.preferred(scale).width();
        height = EditorSizes.preferred(scale).height();
    }

    /** Opens it on a link, as it is now; false if it was closed meanwhile. */
    synchronized boolean openOn(Link newLink, int newNumber, int pageNumber, MeterPage newPage) {
        if (closed) return false;
        link = newLink;
        number = newNumber;
        page = newPage;
        openedNanos = System.nanoTime();
        List<Setting> settings = new ArrayList<>();
        for (int parameter = 0; parameter < sent.length; parameter++) {
            sent[parameter] = instance.plain(parameter);
            settings.add(new Setting(parameters.get(parameter), sent[parameter]));
        }
        link.send(new Open(number, instance.descriptor(), new Place(parent, title, width, height, scale, visible),
            settings, meters.subList(0, meters()), pageNumber, presets));
        return true;
    }

    /** How many meters it shows. */
    int meters() {
        return Math.min(meters.size(), MeterPage.METERS);
    }

    int number() {
        return number;
    }

    synchronized double scale() {
        return scale;
    }

    boolean isVisible() {
        return visible && !closed;
    }

    /** Whether its first picture is on the screen. */
    boolean isShown() {
        return link != null && openedNanos == 0;
    }

    /** Nanoseconds for which it has been awaited in vain; 0 if it is shown or not asked for. */
    long awaitedNanos(long now) {
        return link == null || openedNanos == 0 || !visible ? 0 : now - openedNanos;
    }

    /** Tells the other process what has moved. Nothing is allocated if nothing has. [the link's thread] */
    synchronized void poll() {
        if (link == null || !visible || !link.idle()) return;
        for (int parameter = 0; parameter < sent.length; parameter++) tell(parameter);
        for (int meter = 0; page != null && meter < meters(); meter++) page.publish(meter, instance.meter(meter));
    }

    private void tell(int parameter) {
        double plain = instance.plain(parameter);
        if (plain == sent[parameter] || held[parameter]) return;
        sent[parameter] = plain;
        link.send(new Value(number, parameter, plain));
    }

    /** Something came from the other process. [the link's thread] */
    synchronized void received(LinkMessage message) {
        if (closed) return;
        if (message instanceof Value value) edit(value);
        else if (message instanceof Gesture gesture) gesture(gesture);
        else if (message instanceof LoadPreset load) load(load.preset());
        else if (message instanceof Size size) owner.resizeWanted(size.width(), size.height());
        else if (message instanceof Shown) openedNanos = 0;
        else if (message instanceof Closed end) lost(end.why());
    }

    private void edit(Value value) {
        int parameter = value.parameter();
        if (parameter < 0 || parameter >= held.length || !held[parameter]) return;
        instance.edit(parameter, value.plain());
        sent[parameter] = value.plain();
    }

    private void gesture(Gesture gesture) {
        int parameter = gesture.parameter();
        if (parameter < 0 || parameter >= held.length || held[parameter] == gesture.held()) return;
        held[parameter] = gesture.held();
        if (gesture.held()) instance.beginEdit(parameter);
        else instance.endEdit(parameter);
    }

    private void load(int preset) {
        if (preset < 0 || preset >= presets.size()) return;
        instance.loadPreset(preset);
        for (int parameter = 0; parameter < sent.length; parameter++) tell(parameter);
        link.send(new LoadPreset(number, preset));
    }

    private void letGo() {
        for (int parameter = 0; parameter < held.length; parameter++) {
            if (held[parameter]) instance.endEdit(parameter);
            held[parameter] = false;
        }
    }

    /** The other side has ended it. */
    synchronized void lost(String why) {
        if (closed) return;
        link = null;
        letGo();
        session.forget(this);
        owner.closed(why);
    }

    private void send(LinkMessage message) {
        if (link != null) link.send(message);
    }

    @Override
    public synchronized int width() {
        return width;
    }

    @Override
    public synchronized int height() {
        return height;
    }

    @Override
    public synchronized void resize(int newWidth, int newHeight) {
        width = Math.max(newWidth, EditorSizes.least(scale).width());
        height = Math.max(newHeight, EditorSizes.least(scale).height());
        send(new Size(number, width, height));
    }

    @Override
    public synchronized void scale(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor) || factor == scale) return;
        scale = factor;
        send(new Scale(number, factor));
    }

    /** Shows it; one whose process has died is opened anew. */
    @Override
    public void show() {
        setVisible(true);
        session.ensureOpen(this);
    }

    @Override
    public void hide() {
        setVisible(false);
        session.visibilityChanged();
    }

    private synchronized void setVisible(boolean shown) {
        if (visible == shown) return;
        visible = shown;
        send(new Visible(number, shown));
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
            letGo();
            send(new Close(number));
            link = null;
        }
        session.forget(this);
    }
}

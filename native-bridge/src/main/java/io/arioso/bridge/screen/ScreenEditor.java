package io.arioso.bridge.screen;

import io.arioso.bridge.editor.EditorSizes;
import io.arioso.editor.EditorSize;
import io.arioso.editor.Editors;
import io.arioso.editor.OpenEditor;
import io.arioso.host.link.LinkMessage;
import io.arioso.host.link.LinkMessage.Closed;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Scale;
import io.arioso.host.link.LinkMessage.Shown;
import io.arioso.host.link.LinkMessage.Size;
import io.arioso.host.link.LinkMessage.Visible;
import io.arioso.host.link.MeterPage;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** One open editor: a replica of the effect, its view, and the window around it. [JavaFX application thread] */
final class ScreenEditor {
    private static final System.Logger LOGGER = System.getLogger(ScreenEditor.class.getName());
    private static final long FRAME_NANOS = 30_000_000;

    private final Open open;
    private final PluginInstance replica;
    private final Consumer<LinkMessage> link;
    private final ReplicaContext context;
    private final EditorStage stage;
    private final AnimationTimer frames = new Frames();
    private OpenEditor view;
    private double scale;
    private boolean ended;

    /** Refreshes the view about 30 times a second. */
    private final class Frames extends AnimationTimer {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last < FRAME_NANOS) return;
            last = now;
            context.refresh();
            stage.keepInPlace();
            if (stage.isLost()) end("The window around the editor is gone.");
        }
    }

    /**
     * Makes and shows an editor.
     *
     * @param arrived values from outside
     * @param replica the effect's own instance for this editor, which closes it
     * @param page what its meters read; null for none
     * @param link takes messages to the effect
     */
    ScreenEditor(Open open, ArrivedValues arrived, PluginInstance replica, MeterPage page, Consumer<LinkMessage> link) {
        this.open = open;
        this.replica = replica;
        this.link = link;
        scale = open.place().scale();
        context = new ReplicaContext(open, arrived, replica.plugin(), page, link, this::requestSize);
        stage = new EditorStage(open.place(), () -> end(""), () -> link.accept(new Shown(open.editor())));
        AudioPlugin plugin = replica.plugin();
        PluginInfo info = plugin.getClass().getAnnotation(PluginInfo.class);
        show(Editors.open(info == null ? "" : info.editor(), plugin.getClass().getClassLoader(), context));
        if (open.place().width() == EditorSizes.preferred(scale).width()
            && open.place().height() == EditorSizes.preferred(scale).height()) requestSize(view.preferredSize());
        show(open.place().visible());
    }

    private void show(OpenEditor opened) {
        view = opened;
        context.showFault(opened.fault());
        stage.show(opened.root(), opened.leastSize());
    }

    /** A message from the effect's process. */
    void received(LinkMessage message) {
        if (message instanceof Size size) stage.resize(size.width(), size.height());
        else if (message instanceof Visible visible) show(visible.shown());
        else if (message instanceof LinkMessage.LoadPreset loaded) context.presetLoaded(loaded.preset());
        else if (message instanceof Scale changed) {
            scale = changed.factor();
            stage.scale(scale);
        }
    }

    private void show(boolean visible) {
        stage.show(visible);
        if (visible) frames.start();
        else frames.stop();
    }

    private void requestSize(EditorSize size) {
        int width = (int) Math.round(size.width() * scale);
        int height = (int) Math.round(size.height() * scale);
        if (width == open.place().width() && height == open.place().height()) return;
        if (open.place().parent() == 0) stage.resize(width, height);
        else link.accept(new Size(open.editor(), width, height));
    }

    /** Whether code of this editor's effect is in a failure's trace. */
    boolean isBlamedFor(Throwable failure) {
        String loader = replica.plugin().getClass().getClassLoader().getName();
        for (StackTraceElement call : failure.getStackTrace())
            if (loader != null && loader.equals(call.getClassLoaderName())) return true;
        return false;
    }

    /** Puts the view that every effect gets in the place of one that has failed; if that fails too, ends the editor. */
    void replaceView(Throwable failure) {
        String fault = "The view of " + context.name() + " has failed: " + failure;
        try {
            view.close();
            show(Editors.open("", replica.plugin().getClass().getClassLoader(), context));
            context.showFault(fault);
        } catch (RuntimeException | LinkageError again) {
            LOGGER.log(Level.WARNING, "the view in its place has failed", again);
            end(fault);
        }
    }

    private void end(String why) {
        if (!ended) link.accept(new Closed(open.editor(), why));
        close();
    }

    /** Ends view, window and replica; again does nothing. */
    void close() {
        if (ended) return;
        ended = true;
        frames.stop();
        stage.close();
        view.close();
        replica.close();
    }
}

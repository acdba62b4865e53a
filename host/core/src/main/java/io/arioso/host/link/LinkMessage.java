package io.arioso.host.link;

import io.arioso.host.plugin.PluginDescriptor;
import java.util.List;

/** What goes over the link; who sends what and when is told in the package's description. Immutable. */
public sealed interface LinkMessage {

    /**
     * The first message of either side.
     *
     * @param version of the protocol; sides of different versions part at once
     * @param program what speaks, for logs
     * @param meterMemory the file of {@link MeterMemory}; empty from the screen
     */
    record Hello(int version, String program, String meterMemory) implements LinkMessage {
    }

    /** A parameter as it is when an editor opens. */
    record Setting(String id, double plain) {
    }

    /**
     * Where an editor appears, in physical pixels.
     *
     * @param parent X11 window to live in; 0 for a window of its own
     * @param title of a window of its own
     * @param scale 1 for 96 dots an inch
     */
    record Place(long parent, String title, int width, int height, double scale, boolean visible) {
    }

    /**
     * Opens an editor.
     *
     * @param editor its number from now on
     * @param effect which code shows it
     * @param parameters numbered by their place here
     * @param meters ids, numbered by their place here
     * @param page number of its {@link MeterPage}; -1 for none
     * @param presets names, numbered by their place here
     */
    record Open(int editor, PluginDescriptor effect, Place place, List<Setting> parameters, List<String> meters,
                int page, List<String> presets) implements LinkMessage {
        /** Keeps copies of the lists. */
        public Open {
            parameters = List.copyOf(parameters);
            meters = List.copyOf(meters);
            presets = List.copyOf(presets);
        }
    }

    /** The first picture is on the screen. */
    record Shown(int editor) implements LinkMessage {
    }

    /** A parameter's plain value: to the screen, it is so now; from the screen, the user wants it so. */
    record Value(int editor, int parameter, double plain) implements LinkMessage {
    }

    /** The user takes hold of a parameter or lets go of it. */
    record Gesture(int editor, int parameter, boolean held) implements LinkMessage {
    }

    /** From the screen: the user takes a preset. To the screen: it is loaded, the values before this are its. */
    record LoadPreset(int editor, int preset) implements LinkMessage {
    }

    /** A size in physical pixels: to the screen, it is so now; from the screen, it is wanted. */
    record Size(int editor, int width, int height) implements LinkMessage {
    }

    /** Another scale factor, 1 for 96 dots an inch. */
    record Scale(int editor, double factor) implements LinkMessage {
    }

    /** Shows or hides an editor. */
    record Visible(int editor, boolean shown) implements LinkMessage {
    }

    /** Ends an editor. */
    record Close(int editor) implements LinkMessage {
    }

    /** An editor has ended: by the user if {@code why} is empty, else because of what it says. */
    record Closed(int editor, String why) implements LinkMessage {
    }
}

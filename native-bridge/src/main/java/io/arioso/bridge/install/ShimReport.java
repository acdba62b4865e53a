package io.arioso.bridge.install;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import io.arioso.host.daw.DawFinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What the shim itself says when it is loaded here as a DAW would load it. [main-thread] No Java is started by that. */
final class ShimReport {
    private static final List<String> ENTRIES =
        List.of("clap_entry", "ModuleEntry", "ModuleExit", "GetPluginFactory", "lv2_descriptor", "lv2ui_descriptor");
    private static final int MAX_BYTES = 8192;

    private ShimReport() {
    }

    /** Why a shim cannot be loaded or lacks an entry; empty if all is well. */
    static String fault(Path shim) {
        try {
            NativeLibrary library = NativeLibrary.getInstance(shim.toString());
            for (String entry : ENTRIES) library.getGlobalVariableAddress(entry);
            return "";
        } catch (UnsatisfiedLinkError unloadable) {
            return shim + ": " + String.valueOf(unloadable.getMessage()).lines().findFirst().orElse("cannot be loaded");
        }
    }

    /** Which Java the shim takes in this environment. */
    static DawFinding java(Path shim) {
        try {
            Function report = NativeLibrary.getInstance(shim.toString()).getFunction("arioso_shim_java");
            byte[] text = new byte[MAX_BYTES];
            boolean found = report.invokeInt(new Object[] {text, text.length}) != 0;
            int length = 0;
            while (length < text.length && text[length] != 0) length++;
            String said = new String(text, 0, length, StandardCharsets.UTF_8);
            return found ? DawFinding.well("Java for DAWs", said)
                : DawFinding.fault("Java for DAWs", said, "install Java 17 or newer, or set ARIOSO_JAVA_HOME");
        } catch (UnsatisfiedLinkError silent) {
            return DawFinding.fault("Java for DAWs", shim + " does not say which Java it takes",
                "install Arioso anew");
        }
    }
}

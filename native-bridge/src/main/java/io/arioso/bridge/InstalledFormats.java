package io.arioso.bridge;

import com.sun.jna.Pointer;
import java.lang.System.Logger.Level;
import java.util.List;

/** The formats whose functions stand in the shim's tables, and why the others' do not. */
final class InstalledFormats {
    private static final System.Logger LOGGER = System.getLogger(InstalledFormats.class.getName());

    private final PluginFormat[] installed;
    private final String[] faults;

    private InstalledFormats(int count) {
        installed = new PluginFormat[count];
        faults = new String[count];
    }

    /** Installs every format that has tables; one that fails does not keep the others from it. */
    static InstalledFormats into(long[] tables) {
        List<PluginFormat> formats = Formats.all();
        InstalledFormats result = new InstalledFormats(tables.length);
        for (int format = 0; format < tables.length; format++) result.install(format, formats.get(format), tables[format]);
        return result;
    }

    private void install(int format, PluginFormat what, long tables) {
        if (tables == 0) {
            faults[format] = "the shim has no tables for it";
            return;
        }
        try {
            what.install(new Pointer(tables));
            installed[format] = what;
        } catch (Throwable failure) {
            faults[format] = Bridge.sentenceOf(failure);
            LOGGER.log(Level.WARNING, what.getClass().getSimpleName() + " cannot be used: " + faults[format]);
        }
    }

    /** A format by its number in the shim. */
    PluginFormat get(int format) {
        if (installed[format] == null)
            throw new IllegalStateException("this plug-in format cannot be used: " + faults[format]);
        return installed[format];
    }
}

package io.arioso.bridge.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is in a bundle: the file {@code table} in its resources, read by the shim without Java and by the bridge.
 *
 * <p>Lines of fields between tabs; a tab, a line feed and a backslash in a field are written {@code \t \n \\}:
 * <pre>{@code
 * arioso-bundle 1
 * bundle <name> <vendor> <version>
 * effect <id> <name> <vendor> <version> <description> <CLAP features, spaces between> <VST3 categories> <VST3 cid>
 *        <LV2 uri> <side-chain 0|1> <controls> <meters> <category> <class> <jar file name> <sha256>
 * preset <effect id> <load key> <name> <description>
 * }</pre>
 * A line with another first word is left out, so that newer bundles may say more.
 *
 * @param name the bundle's name
 * @param vendor its maker
 * @param version its version
 * @param effects in the order of the DAW's list
 * @param resources folder of table, {@code effects/*.jar} and {@code presets/<id>/*.json}
 */
public record BundleTable(String name, String vendor, String version, List<BundledEffect> effects, Path resources) {

    /** Reads the table of a bundle's resources. */
    public static BundleTable read(Path resources) throws IOException {
        throw new UnsupportedOperationException("not there yet");
    }

    /** The table's bytes. */
    public byte[] toBytes() {
        throw new UnsupportedOperationException("not there yet");
    }
}

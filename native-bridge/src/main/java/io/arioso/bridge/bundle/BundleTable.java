package io.arioso.bridge.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is in a bundle: the file {@code table} in its resources, read by the shim without Java and by the bridge.
 *
 * <p>UTF-8 lines of fields between tabs; a tab, a line feed and a backslash in a field are written {@code \t \n \\}:
 * <pre>{@code
 * arioso-bundle 1
 * bundle <name> <vendor> <version>
 * effect <id> <name> <vendor> <version> <description> <CLAP features, spaces between> <VST3 categories> <VST3 cid>
 *        <LV2 uri> <side-chain 0|1> <controls> <meters> <category> <class> <jar file name> <sha256>
 * preset <effect id> <load key> <name> <description>
 * }</pre>
 * A line with another first word is left out, so that newer bundles may say more. A preset stands behind its effect.
 *
 * @param name the bundle's name
 * @param vendor its maker
 * @param version version of the Arioso that made it, which is that of the bridge in it
 * @param effects in the order of the DAW's list, no two of one id
 * @param resources folder of table, {@code effects/*.jar} and {@code presets/<id>/*.json}
 */
public record BundleTable(String name, String vendor, String version, List<BundledEffect> effects, Path resources) {
    /** Name of the file. */
    public static final String FILE = "table";
    /** Bounds of what is read: a table beyond them is refused as damaged. */
    public static final int MAX_BYTES = 4 << 20;
    /** The most effects of a bundle. */
    public static final int MAX_EFFECTS = 1000;
    /** The most presets of an effect. */
    public static final int MAX_PRESETS = 10_000;

    /** Keeps a copy of the list. */
    public BundleTable {
        effects = List.copyOf(effects);
    }

    /**
     * Reads the table of a bundle's resources. [any-thread]
     *
     * @throws IOException naming file, line and fault if it is missing or damaged
     */
    public static BundleTable read(Path resources) throws IOException {
        Path file = resources.resolve(FILE);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ": there is no such file, so the bundle is not complete", missing);
        }
        return new TableReader(file).read(bytes);
    }

    /** The table's bytes; equal tables have equal bytes, wherever their resources lie. */
    public byte[] toBytes() {
        return TableWriter.bytes(this);
    }
}

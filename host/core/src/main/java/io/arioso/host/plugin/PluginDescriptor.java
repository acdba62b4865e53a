package io.arioso.host.plugin;

import io.arioso.sdk.PluginCategory;
import java.nio.file.Path;

/**
 * What a host knows of a plug-in without running it. Every text is safe to show: short, no control or bidi characters.
 *
 * @param id eternal identity, for example {@code com.example.gain}
 * @param name name shown to users
 * @param vendor maker shown to users
 * @param version {@code major.minor.patch}, optionally with a pre-release such as {@code -beta.1}
 * @param category what hosts sort by; a category that this SDK does not know is {@link PluginCategory#OTHER}
 * @param description one sentence, or empty
 * @param className binary name of the annotated class
 * @param jar the file that was scanned, absolute
 * @param sha256 hash of that file's content, 64 lower-case hexadecimal digits
 */
public record PluginDescriptor(String id, String name, String vendor, String version, PluginCategory category,
                               String description, String className, Path jar, String sha256) {

    /** The last segment of the id: what users type, for example {@code gain}. */
    public String shortName() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    /** Id and version, for example {@code com.example.gain@1.0.0}: what {@link PluginCatalog#find} takes. */
    public String coordinate() {
        return id + "@" + version;
    }
}

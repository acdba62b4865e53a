package io.arioso.host.plugin;

import io.arioso.sdk.PluginCategory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Makes a descriptor of what an annotation says, or says what is wrong with it. */
final class DescriptorReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9][A-Za-z0-9_-]*)+");
    private static final int MAX_ID = 128;
    private static final int MAX_NAME = 64;
    private static final int MAX_VERSION = 64;
    private static final int MAX_DESCRIPTION = 500;
    private static final int MAX_SHOWN = 40;

    private final ClassFacts facts;

    /** Reads the annotation of a class that has one. */
    DescriptorReader(ClassFacts facts) {
        this.facts = facts;
    }

    PluginDescriptor read(Path jar, String sha256) throws BadJarException {
        String id = required("id", MAX_ID);
        if (!ID.matcher(id).matches())
            throw bad("id \"" + shown(id) + "\" is not in reverse-domain form such as com.example.gain");
        String version = required("version", MAX_VERSION);
        if (!SemanticVersion.isValid(version))
            throw bad("version \"" + shown(version) + "\" is not major.minor.patch such as 1.0.0");
        return new PluginDescriptor(id, required("name", MAX_NAME), required("vendor", MAX_NAME), version, category(),
            text("description", "", MAX_DESCRIPTION), facts.binaryName(), jar, sha256);
    }

    private String required(String member, int maxLength) throws BadJarException {
        String text = text(member, null, maxLength);
        if (text == null) throw bad(member + " is missing");
        if (text.isBlank()) throw bad(member + " is empty");
        return text;
    }

    private String text(String member, String otherwise, int maxLength) throws BadJarException {
        Object value = facts.pluginInfo().get(member);
        if (value == null) return otherwise;
        if (!(value instanceof String text)) throw bad(member + " is not a text");
        if (text.length() > maxLength)
            throw bad(member + " \"" + shown(text) + "\" has " + text.length() + " characters, more than " + maxLength);
        if (!DisplayText.isSafe(text))
            throw bad(member + " \"" + shown(text) + "\" contains control or bidi characters");
        return text;
    }

    // A category of a younger SDK does not keep a plug-in from working: hosts only sort by it.
    private PluginCategory category() {
        Object value = facts.pluginInfo().get("category");
        return Arrays.stream(PluginCategory.values()).filter(known -> known.name().equals(value)).findFirst()
            .orElse(PluginCategory.OTHER);
    }

    private BadJarException bad(String fault) {
        return new BadJarException(shown(facts.binaryName()) + ": @PluginInfo " + fault);
    }

    private static String shown(String text) {
        return DisplayText.escape(text, MAX_SHOWN);
    }
}

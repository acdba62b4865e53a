package io.arioso.host.plugin;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source of small effects for tests. */
public final class PluginSources {
    private static final Pattern PACKAGE = Pattern.compile("package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record)\\s+(\\w+)");

    private PluginSources() {
    }

    /** An effect that multiplies by a factor. */
    public static String gain(String className, String id, String version, double factor) {
        return effect(className, id, version, "", "samples[i] *= %sf;".formatted(factor));
    }

    /**
     * An effect that does something to each sample.
     *
     * @param members declarations inside the class
     * @param perSample statements on {@code samples[i]}
     */
    public static String effect(String className, String id, String version, String members, String perSample) {
        return plugin(className, "@PluginInfo(id = \"%s\", name = \"%s\", vendor = \"Example\", version = \"%s\")"
            .formatted(id, simpleName(className), version), members, perSample);
    }

    /** An effect with a declaration of the test's own in front of its class. */
    public static String plugin(String className, String annotation, String members, String perSample) {
        return String.format(Locale.ROOT, """
            package %s;
            import io.arioso.sdk.*;
            import io.arioso.sdk.parameter.*;
            %s
            public class %s extends AudioEffect {
                %s
                @Override public AudioProcessor prepare(ProcessSetup setup) {
                    return context -> {
                        AudioBuffer audio = context.audio();
                        for (int c = 0; c < audio.channels(); c++) {
                            float[] samples = audio.channel(c);
                            for (int i = 0; i < audio.frames(); i++) {
                                %s
                            }
                        }
                    };
                }
            }
            """, packageName(className), annotation, simpleName(className), members, perSample);
    }

    /** The name of the first type in a source. */
    static String className(String source) {
        return first(PACKAGE, source) + "." + first(TYPE, source);
    }

    private static String first(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) throw new IllegalArgumentException("no " + pattern + " in:\n" + source);
        return matcher.group(1);
    }

    private static String packageName(String className) {
        return className.substring(0, className.lastIndexOf('.'));
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}

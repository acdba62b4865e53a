package io.arioso.bridge.lv2;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.document.ShortestDecimal;
import io.arioso.sdk.BusLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Turtle files of an LV2 bundle: all that a DAW knows of a plug-in before it loads the binary.
 *
 * <p>{@code manifest.ttl} is small, for a scan. {@code <effect id>.ttl} has the stereo and the mono plug-in,
 * {@code <effect id>.presets.ttl} the values of the factory presets.
 */
public final class Lv2Turtle {
    private static final String OURS = "io.arioso.";
    private static final String MONO = ":mono";

    private final String binary;
    private final Turtle manifest = new Turtle();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Makes instances. */
    public interface Opener {
        /** A new instance of an effect. */
        BridgedPlugin open(BundledEffect effect) throws IOException;
    }

    private Lv2Turtle(String binary) {
        this.binary = binary;
        files.put("manifest.ttl", new byte[0]);
    }

    /**
     * The files' bytes by their names in the bundle, {@code manifest.ttl} first. [main-thread]
     *
     * @param bundle what is in it
     * @param binary the shared library's name in the bundle
     * @param open makes an instance of an effect, which is closed here
     * @throws IOException of {@code open}
     */
    public static Map<String, byte[]> files(BundleTable bundle, String binary, Opener open) throws IOException {
        Lv2Turtle turtle = new Lv2Turtle(binary);
        for (BundledEffect effect : bundle.effects()) {
            try (BridgedPlugin plugin = open.open(effect)) {
                turtle.add(effect, plugin);
            }
        }
        turtle.files.put("manifest.ttl", turtle.manifest.toBytes());
        return turtle.files;
    }

    private void add(BundledEffect effect, BridgedPlugin plugin) {
        String name = effect.descriptor().id() + ".ttl";
        Turtle file = new Turtle();
        for (String uri : variants(effect, plugin)) {
            manifest.add(Turtle.uri(uri), List.of("a lv2:Plugin", "lv2:binary " + Turtle.file(binary),
                "rdfs:seeAlso " + Turtle.file(name)));
            plugin(file, effect, plugin, uri);
        }
        manifest.add(Turtle.uri(editor(effect)), List.of("a ui:X11UI", "ui:binary " + Turtle.file(binary),
            "rdfs:seeAlso " + Turtle.file(name)));
        editor(file, effect, plugin);
        files.put(name, file.toBytes());
        if (!effect.presets().isEmpty()) presets(effect, plugin);
    }

    /** The names of the stereo and the mono plug-in, as far as the effect can be either. */
    private static List<String> variants(BundledEffect effect, BridgedPlugin plugin) {
        List<String> uris = new ArrayList<>();
        if (plugin.supports(BusLayout.STEREO)) uris.add(effect.lv2Uri());
        if (plugin.supports(BusLayout.MONO)) uris.add(effect.lv2Uri() + MONO);
        return uris;
    }

    private static String editor(BundledEffect effect) {
        return effect.lv2Uri() + ":ui";
    }

    private static void plugin(Turtle out, BundledEffect effect, BridgedPlugin plugin, String uri) {
        boolean mono = uri.endsWith(MONO);
        Lv2Groups groups = new Lv2Groups(uri, mono ? 1 : 2);
        Lv2Ports ports = new Lv2Ports(plugin, groups, mono ? 1 : 2, effect.sidechain());
        String type = Lv2Words.type(effect);
        List<String> said = new ArrayList<>();
        said.add(type.equals("lv2:Plugin") ? "a lv2:Plugin" : "a lv2:Plugin, " + type);
        said.add("doap:name " + Turtle.text(effect.descriptor().name() + (mono ? " (mono)" : "")));
        // Nothing in a jar says under which licence an effect of somebody else comes.
        if (effect.descriptor().id().startsWith(OURS))
            said.add("doap:license <http://www.apache.org/licenses/LICENSE-2.0>");
        said.add("lv2:project " + Turtle.node(List.of("a doap:Project",
            "doap:name " + Turtle.text(effect.descriptor().name()), "doap:maintainer "
                + Turtle.node(List.of("a foaf:Person", "foaf:name " + Turtle.text(effect.descriptor().vendor()))))));
        if (!effect.descriptor().description().isEmpty())
            said.add("rdfs:comment " + Turtle.text(effect.descriptor().description()));
        said.addAll(Lv2Words.version(effect.descriptor().version()));
        said.add("lv2:optionalFeature lv2:hardRTCapable, urid:map, opts:options, log:log, state:threadSafeRestore");
        said.add("opts:supportedOption bufsz:maxBlockLength");
        said.add("lv2:extensionData state:interface");
        said.add("ui:ui " + Turtle.uri(editor(effect)));
        said.add("pg:mainInput " + groups.audio("in"));
        said.add("pg:mainOutput " + groups.audio("out"));
        said.add("lv2:port " + String.join(",\n\t\t", ports.nodes()));
        out.add(Turtle.uri(uri), said);
        groups.writeTo(out, effect.sidechain());
    }

    private static void editor(Turtle out, BundledEffect effect, BridgedPlugin plugin) {
        List<String> said = new ArrayList<>(List.of("lv2:requiredFeature ui:idleInterface",
            "lv2:optionalFeature ui:parent, ui:resize, ui:touch, urid:map, opts:options, log:log, "
                + "<http://lv2plug.in/ns/ext/instance-access>",
            "opts:supportedOption ui:scaleFactor",
            "lv2:extensionData ui:idleInterface, ui:resize, ui:showInterface"));
        for (String uri : variants(effect, plugin))
            for (BridgedParameter meter : Lv2Ports.meters(plugin))
                said.add("ui:portNotification " + Turtle.node(List.of("ui:plugin " + Turtle.uri(uri),
                    "lv2:symbol " + Turtle.text(meter.id()), "ui:protocol ui:floatProtocol")));
        out.add(Turtle.uri(editor(effect)), said);
    }

    private void presets(BundledEffect effect, BridgedPlugin plugin) {
        String name = effect.descriptor().id() + ".presets.ttl";
        Turtle file = new Turtle();
        for (int index = 0; index < effect.presets().size(); index++) {
            BundledPreset preset = effect.presets().get(index);
            plugin.loadPreset(index);
            String values = "lv2:port " + String.join(",\n\t\t", Lv2Ports.controls(plugin).stream()
                .map(control -> Turtle.node(List.of("lv2:symbol " + Turtle.text(control.id()),
                    "pset:value " + ShortestDecimal.text(plugin.plain(control))))).toList());
            for (String uri : variants(effect, plugin)) {
                String subject = Turtle.uri(uri + "#preset_" + preset.loadKey());
                manifest.add(subject, List.of("a pset:Preset", "lv2:appliesTo " + Turtle.uri(uri),
                    "rdfs:label " + Turtle.text(preset.name()), "rdfs:seeAlso " + Turtle.file(name)));
                file.add(subject, preset.description().isEmpty() ? List.of(values)
                    : List.of("rdfs:comment " + Turtle.text(preset.description()), values));
            }
        }
        files.put(name, file.toBytes());
    }
}

package io.arioso.bridge.bundle;

import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.TabbedLine;
import io.arioso.sdk.PluginCategory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the table of a bundle; whatever it lets pass names files inside the bundle only. */
final class TableReader {
    static final String FORMAT = "arioso-bundle";
    static final String VERSION = "1";
    static final String BUNDLE = "bundle";
    static final String EFFECT = "effect";
    static final String PRESET = "preset";

    private static final int MAX_FIELD = 4096;
    private static final int MAX_PORTS = 10_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,127}");
    private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\\\p{Cntrl}.][^/\\\\\\p{Cntrl}]{0,250}");
    private static final Pattern CLASS_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]{1,1000}");
    private static final Pattern URI = Pattern.compile("[a-z][a-z0-9+.-]*:[!-~&&[^<>\"{}|^`\\\\]]{1,500}");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9:-]+( [a-z0-9:-]+)*");
    private static final Pattern CATEGORIES = Pattern.compile("[A-Za-z0-9 |-]{1,127}");

    private final Path file;
    private final Map<String, BundledEffect> effects = new LinkedHashMap<>();
    private final Map<String, List<BundledPreset>> presets = new LinkedHashMap<>();
    private String[] bundle;
    private int line;

    TableReader(Path file) {
        this.file = file;
    }

    BundleTable read(byte[] bytes) throws IOException {
        if (bytes.length > BundleTable.MAX_BYTES) throw fault("it has more than " + BundleTable.MAX_BYTES + " bytes");
        String text = decode(bytes);
        if (!text.endsWith("\n")) throw fault("it ends inside a line");
        for (String content : text.substring(0, text.length() - 1).split("\n", -1)) {
            line++;
            accept(fields(content));
        }
        if (bundle == null) throw fault("it names no bundle");
        return new BundleTable(bundle[1], bundle[2], bundle[3], withPresets(), file.getParent());
    }

    private String decode(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException damaged) {
            throw fault("it is no UTF-8 text");
        }
    }

    private String[] fields(String content) throws IOException {
        try {
            String[] fields = TabbedLine.fields(content);
            for (String field : fields) {
                if (field.length() > MAX_FIELD) throw fault("a field has more than " + MAX_FIELD + " characters");
                if (field.indexOf('\0') >= 0) throw fault("a field has a character 0");
            }
            return fields;
        } catch (IllegalArgumentException damaged) {
            throw fault(damaged.getMessage());
        }
    }

    private void accept(String[] fields) throws IOException {
        if (line == 1) {
            expect(fields.length == 2 && fields[0].equals(FORMAT), "it is no table of a bundle");
            expect(fields[1].equals(VERSION), "its format is " + fields[1] + ", this program knows " + VERSION);
            return;
        }
        switch (fields[0]) {
            case BUNDLE -> acceptBundle(fields);
            case EFFECT -> acceptEffect(fields);
            case PRESET -> acceptPreset(fields);
            default -> { } // of a newer version
        }
    }

    private void acceptBundle(String[] fields) throws IOException {
        expect(fields.length >= 4, "a bundle has 3 fields, not " + (fields.length - 1));
        expect(bundle == null, "there is a second bundle");
        bundle = fields;
    }

    private void acceptEffect(String[] fields) throws IOException {
        expect(fields.length >= 17, "an effect has 16 fields, not " + (fields.length - 1));
        String id = text(fields[1], ID, "id");
        expect(!effects.containsKey(id), id + " stands there twice");
        expect(effects.size() < BundleTable.MAX_EFFECTS, "there are more than " + BundleTable.MAX_EFFECTS + " effects");
        Path jar = file.resolveSibling(BundleLayout.EFFECTS).resolve(text(fields[15], FILE_NAME, "jar"));
        PluginDescriptor plugin = new PluginDescriptor(id, fields[2], fields[3], fields[4], category(fields[13]),
            fields[5], text(fields[14], CLASS_NAME, "class"), jar, text(fields[16], HASH, "sha256"));
        effects.put(id, new BundledEffect(plugin, List.of(text(fields[6], WORDS, "CLAP features").split(" ")),
            text(fields[7], CATEGORIES, "VST3 categories"), text(fields[8], CLASS_ID, "VST3 cid"),
            text(fields[9], URI, "LV2 uri"), number(fields[10], 1, "side-chain") == 1,
            number(fields[11], MAX_PORTS, "controls"), number(fields[12], MAX_PORTS, "meters"), List.of()));
        presets.put(id, new ArrayList<>());
    }

    private void acceptPreset(String[] fields) throws IOException {
        expect(fields.length >= 5, "a preset has 4 fields, not " + (fields.length - 1));
        List<BundledPreset> ofEffect = presets.get(fields[1]);
        expect(ofEffect != null, "a preset is of \"" + fields[1] + "\", which does not stand before it");
        expect(ofEffect.size() < BundleTable.MAX_PRESETS, fields[1] + " has more than " + BundleTable.MAX_PRESETS
            + " presets");
        ofEffect.add(new BundledPreset(text(fields[2], FILE_NAME, "load key"), fields[3], fields[4]));
    }

    private List<BundledEffect> withPresets() {
        return effects.values().stream().map(effect -> effect.with(presets.get(effect.descriptor().id()))).toList();
    }

    private String text(String field, Pattern pattern, String thing) throws IOException {
        expect(pattern.matcher(field).matches(), "\"" + field + "\" is no " + thing);
        return field;
    }

    private int number(String field, int most, String thing) throws IOException {
        expect(field.matches("\\d{1,6}") && Integer.parseInt(field) <= most,
            thing + ": \"" + field + "\" is outside 0.." + most);
        return Integer.parseInt(field);
    }

    private static PluginCategory category(String name) {
        for (PluginCategory category : PluginCategory.values()) if (category.name().equals(name)) return category;
        return PluginCategory.OTHER;
    }

    private void expect(boolean condition, String otherwise) throws IOException {
        if (!condition) throw fault(otherwise);
    }

    private IOException fault(String reason) {
        return new IOException(file + (line == 0 ? "" : ", line " + line) + ": " + reason);
    }
}

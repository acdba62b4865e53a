package io.arioso.host.session;

import io.arioso.sdk.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The typed form of a chain, for command lines: {@code eq:hp=30Hz,band2_gain=3dB | limiter:ceiling=-1dBTP}.
 *
 * <pre>
 * chain    = slot { "|" slot }
 * slot     = word [ "@" word ] [ ":" setting { "," setting } ]     plug-in, version, settings
 * setting  = word "=" word                                         name, value
 * word     = bare | '"' { any character, a double quote doubled } '"'
 * </pre>
 *
 * <p>A bare word is anything up to the next sign that could end it there, without the spaces around it:
 * a plug-in name ends at {@code | @ : , =}, a version at {@code | : , =}, a setting's name at {@code | , =}, and a
 * value at {@code |} or a separating comma. So {@code ratio=4:1} needs no quotes, and {@code preset="Loud, bright"}
 * does.
 *
 * <p><b>Decimal commas.</b> A comma in a bare value is a decimal comma if digits stand directly on both of its sides
 * and no equals sign follows before the next comma, bar or end; otherwise it separates. So {@code gain=-1,5dB,mix=50%}
 * is -1.5 dB and 50 %.
 *
 * <p>The setting {@code preset} stands for a preset by name or file name and is applied before all others of its slot.
 */
public final class ChainText {
    private final String text;
    private int at;

    private ChainText(String text) {
        this.text = text;
    }

    /**
     * Reads a typed chain. [any-thread]
     *
     * @throws ChainException naming what was expected and the column
     */
    public static ChainSpec parse(String text) throws ChainException {
        return new ChainText(text).chain();
    }

    /** The typed form of live plug-ins: all parameters that differ from their defaults. [main-thread] */
    public static String format(List<LiveSlot> slots) {
        List<String> texts = new ArrayList<>();
        for (LiveSlot slot : slots) {
            List<String> settings = new ArrayList<>();
            for (Parameter parameter : slot.plugin().parameters())
                if (parameter.plain() != parameter.defaultPlain())
                    settings.add(parameter.id() + "=" + quotedIfNeeded(parameter.text().replace(" ", "")));
            String name = slot.loaded().descriptor().shortName();
            texts.add(settings.isEmpty() ? name : name + ":" + String.join(",", settings));
        }
        return String.join(" | ", texts);
    }

    private static String quotedIfNeeded(String word) {
        return word.matches("[^|@,=\"]+") ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    private ChainSpec chain() throws ChainException {
        List<SlotSpec> slots = new ArrayList<>();
        do slots.add(slot()); while (took('|'));
        if (at < text.length()) throw expected("| and the next plug-in, or the end of the chain");
        return new ChainSpec(slots);
    }

    private SlotSpec slot() throws ChainException {
        skipSpaces();
        int column = at + 1;
        String plugin = word("|@:,=", "a plug-in name");
        String version = took('@') ? word("|:,=", "a version") : "";
        List<Setting> settings = new ArrayList<>();
        if (took(':')) do settings.add(setting()); while (took(','));
        return new SlotSpec(plugin, version, settings, column);
    }

    private Setting setting() throws ChainException {
        skipSpaces();
        int column = at + 1;
        String name = word("|,=", "a setting");
        if (!took('=')) throw expected("= and a value behind \"" + name + "\"");
        return new Setting(name, value(name), column);
    }

    private String value(String name) throws ChainException {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') return quoted();
        int start = at;
        while (at < text.length() && !endsValue()) at++;
        String value = text.substring(start, at).strip();
        if (value.isEmpty()) throw expected("a value behind \"" + name + "=\"");
        return value;
    }

    private boolean endsValue() throws ChainException {
        char c = text.charAt(at);
        if (c == '=') throw expected("a comma in front of the next setting, or quotes around a value with = in it");
        return c == '|' || c == ',' && !isDecimal(at);
    }

    /** The rule for decimal commas; see the description of the class. */
    private boolean isDecimal(int comma) {
        if (comma == 0 || comma + 1 == text.length()) return false;
        if (!isDigit(text.charAt(comma - 1)) || !isDigit(text.charAt(comma + 1))) return false;
        for (int next = comma + 1; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '=') return false;
            if (c == ',' || c == '|') return true;
        }
        return true;
    }

    private String word(String ends, String what) throws ChainException {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '"') return quoted();
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) at++;
        String word = text.substring(start, at).strip();
        if (word.isEmpty()) {
            at = start;
            throw expected(what);
        }
        return word;
    }

    private String quoted() throws ChainException {
        int start = at++;
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                word.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                word.append(text.charAt(at++));
            } else {
                return word.toString();
            }
        }
        throw new ChainException("chain: a double quote opens here and is never closed", start + 1);
    }

    private boolean took(char sign) {
        skipSpaces();
        if (at >= text.length() || text.charAt(at) != sign) return false;
        at++;
        return true;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private ChainException expected(String what) {
        String found = at >= text.length() ? "the end" : "\"" + text.charAt(at) + "\"";
        return new ChainException("chain: expected " + what + ", found " + found, at + 1);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

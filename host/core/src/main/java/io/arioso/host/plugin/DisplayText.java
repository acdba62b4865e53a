package io.arioso.host.plugin;

/** Foreign text made safe to show: no control, bidi or invisible characters, and not endless. */
final class DisplayText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private DisplayText() {
    }

    /** The text with unsafe characters as {@code \}{@code u202E} and everything beyond the limit as {@code …}. */
    static String escape(String text, int maxLength) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (safe.length() >= maxLength) return safe.append('…').toString();
            if (isSafe(codePoint)) safe.appendCodePoint(codePoint);
            else safe.append(Character.isBmpCodePoint(codePoint) ? "\\u%04X".formatted(codePoint)
                : "\\u{%X}".formatted(codePoint));
            i += Character.charCount(codePoint);
        }
        return safe.toString();
    }

    /** Whether every character may be shown as it is. */
    static boolean isSafe(String text) {
        return text.codePoints().allMatch(DisplayText::isSafe);
    }

    private static boolean isSafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                Character.UNASSIGNED -> false;
            // The joiners belong to the spelling of several scripts; the other format characters turn or hide text.
            case Character.FORMAT -> codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}

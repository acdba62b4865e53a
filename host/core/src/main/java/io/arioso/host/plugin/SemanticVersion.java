package io.arioso.host.plugin;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version that can be compared: {@code major.minor.patch} and an optional pre-release, as semver.org 2.0.0 orders it.
 *
 * @param preRelease dot-separated identifiers, or empty for a release
 */
record SemanticVersion(int major, int minor, int patch, String preRelease) implements Comparable<SemanticVersion> {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern TEXT =
        Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:-([0-9A-Za-z-]{1,32}(?:\\.[0-9A-Za-z-]{1,32}){0,7}))?");
    private static final Comparator<SemanticVersion> ORDER = Comparator.comparingInt(SemanticVersion::major)
        .thenComparingInt(SemanticVersion::minor)
        .thenComparingInt(SemanticVersion::patch)
        .thenComparing(SemanticVersion::preRelease, SemanticVersion::comparePreReleases);

    static boolean isValid(String text) {
        return TEXT.matcher(text).matches();
    }

    static SemanticVersion parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("version \"" + text + "\" is not major.minor.patch");
        String preRelease = parts.group(4) == null ? "" : parts.group(4);
        return new SemanticVersion(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)), preRelease);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        return ORDER.compare(this, other);
    }

    // semver.org, item 11: a release is above its pre-releases; numbers below words; fewer identifiers below more.
    private static int comparePreReleases(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) return Boolean.compare(left.isEmpty(), right.isEmpty());
        String[] lefts = left.split("\\.");
        String[] rights = right.split("\\.");
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int order = compareIdentifiers(lefts[i], rights[i]);
            if (order != 0) return order;
        }
        return Integer.compare(lefts.length, rights.length);
    }

    private static int compareIdentifiers(String left, String right) {
        boolean leftNumber = NUMBER.matcher(left).matches();
        boolean rightNumber = NUMBER.matcher(right).matches();
        if (leftNumber && rightNumber) return Integer.compare(Integer.parseInt(left), Integer.parseInt(right));
        return leftNumber == rightNumber ? left.compareTo(right) : leftNumber ? -1 : 1;
    }
}

package io.arioso.host.preset;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/** File names out of names that people give: lower-case ASCII letters, digits and dashes, legal on every system. */
public final class Slug {
    private static final int MAX_LENGTH = 64;
    private static final Set<String> RESERVED_BY_WINDOWS = Set.of("con", "prn", "aux", "nul",
        "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private Slug() {
    }

    /** The slug of a name: {@code Größer & wärmer} becomes {@code grosser-warmer}; never empty. [any-thread] */
    public static String of(String name) {
        String slug = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (slug.length() > MAX_LENGTH) slug = slug.substring(0, MAX_LENGTH).replaceAll("-+$", "");
        if (slug.isEmpty()) return "name-" + checksum(name); // no Latin letter in it
        return RESERVED_BY_WINDOWS.contains(slug) ? slug + "-" : slug;
    }

    private static String checksum(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}

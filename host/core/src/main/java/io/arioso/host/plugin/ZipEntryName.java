package io.arioso.host.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The name of a jar entry, refused where it could point outside the jar or mean two things. */
final class ZipEntryName {
    private static final int MAX_SHOWN = 80;

    private ZipEntryName() {
    }

    /** Decodes and checks a name. */
    static String decode(ByteBuffer bytes) throws BadJarException {
        if (bytes.remaining() > JarLimits.MAX_NAME_BYTES)
            throw new BadJarException("an entry's name has " + bytes.remaining() + " bytes, more than "
                + JarLimits.MAX_NAME_BYTES);
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            throw new BadJarException("an entry's name is not UTF-8");
        }
        String fault = fault(name);
        if (fault != null)
            throw new BadJarException("the entry name \"" + DisplayText.escape(name, MAX_SHOWN) + "\" " + fault);
        return name;
    }

    private static String fault(String name) {
        if (name.isEmpty()) return "is empty";
        if (name.chars().anyMatch(Character::isISOControl)) return "contains a control character";
        if (name.indexOf('\\') >= 0) return "contains a backslash";
        if (name.startsWith("/") || name.indexOf(':') == 1) return "is absolute";
        if (("/" + name + "/").contains("/../")) return "leaves its folder";
        return null;
    }
}

package io.arioso.host.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({"Air, air", "'  Größer & wärmer! ', grosser-warmer", "../../etc/passwd, etc-passwd", "A/B\\C, a-b-c",
        "CON, con-", "Élan vital, elan-vital", "808, 808", "ﬁne, fine"})
    void namesBecomePortableFileNames(String name, String slug) {
        assertEquals(slug, Slug.of(name));
    }

    @Test
    void namesWithoutLatinLettersGetSlugsOfTheirOwn() {
        assertTrue(Slug.of("明るい").matches("name-[0-9a-f]{8}"));
        assertNotEquals(Slug.of("明るい"), Slug.of("暗い"));
    }

    @Test
    void longNamesAreCut() {
        assertEquals(64, Slug.of("x".repeat(500)).length());
    }
}

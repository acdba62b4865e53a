package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    // The example of semver.org, item 11, and the numbers that a comparison of texts gets wrong.
    private static final List<String> RISING = List.of("0.0.9", "0.0.10", "0.10.0", "1.0.0-alpha", "1.0.0-alpha.1",
        "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1-a", "2.0.0",
        "10.0.0", "999999999.0.0");

    @Test
    void versionsAreOrderedAsTheSpecificationOrdersThem() {
        List<String> shuffled = new ArrayList<>(RISING);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.sort(Comparator.comparing(SemanticVersion::parse));
        assertEquals(RISING, shuffled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.x", "1.0.0-", "1.0.0-a..b", "1.0.0 ", "1.0.-1",
        "1.0.9999999999", "١.٠.٠", "1.0.0-99999999999999999999999999999999999"})
    void otherTextsAreNoVersions(String text) {
        assertFalse(SemanticVersion.isValid(text));
    }
}

package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule J1: one class sets the parser up, and nothing in the host can make objects of types that a document names. */
class JsonBorderTest {
    private static final List<String> DANGEROUS = List.of("activateDefaultTyping", "JsonTypeInfo",
        "PolymorphicTypeValidator", "java/io/ObjectInputStream");

    @Test
    void onlyTheDocumentPackageKnowsTheParser() throws IOException, URISyntaxException {
        int seen = 0;
        for (Path file : classFiles()) {
            String constants = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String name : DANGEROUS) assertTrue(!constants.contains(name), file + " uses " + name);
            if (!constants.contains("tools/jackson")) continue;
            seen++;
            assertTrue(file.toString().contains("document"), file + " uses the parser beside Json");
        }
        assertTrue(seen > 0, "the test must see the classes that use the parser");
    }

    private static List<Path> classFiles() throws IOException, URISyntaxException {
        Path root = Path.of(Json.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }
}

package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.preset.Preset;
import io.arioso.host.session.ChainDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Rule J3: a damaged document opens or is refused with its place; nothing else ever happens. */
class JsonMutationTest {
    private static final int MUTATIONS = 5000;
    private static final String HOSTILE = "{}[]\",:\\0e-. \n\u0000\u007f";

    @ParameterizedTest
    @FieldSource("io.arioso.host.document.Golden#ALL")
    void documentCutAtAnyByteIsRefusedWithLineAndColumn(String name) throws IOException {
        byte[] whole = Golden.bytes(name);
        int lastBrace = whole.length - 2;
        for (int length = 0; length <= lastBrace; length++) {
            DocumentException fault = open(name, Arrays.copyOf(whole, length));
            assertTrue(fault != null, name + " cut at " + length + " was opened");
            assertTrue(fault.line() >= 1 && fault.column() >= 1, fault.getMessage());
        }
    }

    @ParameterizedTest
    @FieldSource("io.arioso.host.document.Golden#ALL")
    void mutatedDocumentOpensOrIsRefusedWithItsPlace(String name) throws IOException {
        byte[] whole = Golden.bytes(name);
        int refused = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            byte[] mutated = mutate(whole, new Random(seed));
            try {
                DocumentException fault = open(name, mutated);
                if (fault == null) continue;
                assertTrue(fault.line() >= 1 && fault.getMessage().startsWith(name + ", line "), fault.getMessage());
                refused++;
            } catch (RuntimeException escaped) {
                throw new AssertionError(name + ", seed " + seed + ": escaped as " + escaped, escaped);
            }
        }
        assertTrue(refused > MUTATIONS / 4, "only " + refused + " mutations were refused: the mutator is too tame");
    }

    @Test
    void goldenFilesThemselvesOpen() throws IOException {
        for (String name : Golden.ALL) assertEquals(null, open(name, Golden.bytes(name)), name);
    }

    /** Reads, and writes what could be read, as a host would. */
    private static DocumentException open(String name, byte[] bytes) {
        try {
            if (name.startsWith("preset")) {
                Preset.parse(name, Preset.parse(name, bytes).toBytes());
            } else {
                ChainDocument chain = ChainDocument.parse(name, bytes);
                ChainDocument.parse(name, chain.toBytes());
            }
            return null;
        } catch (DocumentException refused) {
            return refused;
        }
    }

    private static byte[] mutate(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) HOSTILE.charAt(random.nextInt(HOSTILE.length()));
                case 2 -> bytes = without(bytes, at, 1 + random.nextInt(20));
                case 3 -> bytes = doubled(bytes, at, 1 + random.nextInt(60));
                default -> bytes[at] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length - 1, at + count);
        byte[] rest = Arrays.copyOf(bytes, at + bytes.length - end);
        System.arraycopy(bytes, end, rest, at, bytes.length - end);
        return rest;
    }

    private static byte[] doubled(byte[] bytes, int at, int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + end - at);
        System.arraycopy(bytes, at, longer, end, bytes.length - at);
        return longer;
    }
}

package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.arioso.bridge.effects.Probe;
import io.arioso.bridge.effects.Rebuilt;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterIndexTest {
    private static final ParameterIndex PROBE = new ParameterIndex(new Probe());

    /** FNV-1a by the book: multiply by 16777619 modulo 2^32. */
    private static int slowKey(String id) {
        BigInteger hash = BigInteger.valueOf(2166136261L);
        for (byte letter : id.getBytes(StandardCharsets.US_ASCII))
            hash = hash.xor(BigInteger.valueOf(letter)).multiply(BigInteger.valueOf(16_777_619))
                .mod(BigInteger.TWO.pow(32));
        return hash.mod(BigInteger.TWO.pow(31)).intValue();
    }

    @Test
    void keysAre31BitsOfTheHashOfTheIdAndNeverChange() {
        for (BridgedParameter parameter : PROBE.list()) assertEquals(slowKey(parameter.id()), parameter.key());
        assertEquals(1_573_592_237, PROBE.list().get(0).key(), "bypass: projects of users hold this number");
    }

    @Test
    void parametersStandInTheirOrderWithMetersBehind() {
        assertEquals(List.of("bypass", "gain", "cutoff", "hold", "sign", "repeats", "keyed", "depth", "meter_level"),
            PROBE.list().stream().map(BridgedParameter::id).toList());
        assertEquals(List.of(-1, 0, 1, 2, 3, 4, 5, 6, 7),
            PROBE.list().stream().map(BridgedParameter::control).toList());
    }

    @Test
    void numberedGroupsStandBehindTheRest() {
        ParameterIndex index = new ParameterIndex(new Rebuilt());
        assertEquals(List.of("bypass", "factor", "band1_gain", "band2_gain", "band3_gain"),
            index.list().stream().map(BridgedParameter::id).toList());
        assertEquals(List.of(-1, 0, 1, 2, 3), index.list().stream().map(BridgedParameter::control).toList());
    }

    @Test
    void eachIsFoundByTheNumberOfEachFormatAndNothingElseIs() {
        for (BridgedParameter parameter : PROBE.list()) {
            assertSame(parameter, PROBE.find(EventValues.PLAIN_BY_KEY, parameter.key()));
            assertSame(parameter, PROBE.find(EventValues.NORMALIZED_BY_KEY, parameter.key()));
            assertSame(parameter, PROBE.find(EventValues.PLAIN_BY_CONTROL, parameter.control()));
            assertNull(PROBE.byKey(parameter.key() + 1));
        }
        for (int unknown : new int[] {-2, 8, Integer.MIN_VALUE, Integer.MAX_VALUE})
            assertNull(PROBE.find(EventValues.PLAIN_BY_CONTROL, unknown));
        for (int unknown : new int[] {-1, 0, Integer.MIN_VALUE, Integer.MAX_VALUE}) assertNull(PROBE.byKey(unknown));
    }

    @Test
    void ofTwoIdsWithOneHashTheSecondTakesTheNextNumber() {
        String[] twins = twins();
        ParameterIndex index = new ParameterIndex(new Switches(twins[0], twins[1]));
        assertEquals(slowKey(twins[0]), index.list().get(1).key());
        assertEquals(slowKey(twins[0]) + 1, index.list().get(2).key());
        assertSame(index.list().get(2), index.byKey(slowKey(twins[0]) + 1));
    }

    private static String[] twins() {
        Map<Integer, String> seen = new HashMap<>();
        for (int i = 0;; i++) {
            String before = seen.putIfAbsent(ParameterIndex.keyOf("p" + i), "p" + i);
            if (before != null) return new String[] {before, "p" + i};
        }
    }

    private static final class Switches extends AudioEffect {
        Switches(String... ids) {
            for (String id : ids) parameter(new BoolParameter(id, id, false));
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }
}

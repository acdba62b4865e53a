package io.arioso.bridge.lv2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.parameter.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TurtleTest {
    @Test
    void noTextLeavesItsQuotes() {
        assertEquals("\"a \\\"b\\\" \\\\ c\\n\\t\\r\\u0001 é €\"", Turtle.text("a \"b\" \\ c\n\t\r\u0001 é €"));
    }

    @Test
    void noNameLeavesItsBrackets() {
        assertEquals("<My%20%3EPlug%22in%23.so>", Turtle.file("My >Plug\"in#.so"));
        assertEquals("<urn:arioso:x%20y%3E%C3%A9#preset_a>", Turtle.uri("urn:arioso:x y>é#preset_a"));
    }

    @Test
    void aStatementEndsWithAPoint() {
        Turtle turtle = new Turtle();
        turtle.add("<urn:x>", List.of("a lv2:Plugin", "lv2:minorVersion 2"));
        String written = new String(turtle.toBytes(), StandardCharsets.UTF_8);
        assertTrue(written.startsWith("@prefix atom: "), written);
        assertTrue(written.endsWith("\n<urn:x>\n\ta lv2:Plugin ;\n\tlv2:minorVersion 2 .\n"), written);
    }

    @ParameterizedTest
    @CsvSource({"0.1.0,4,0", "1.0.0,2002,0", "1.2.3,2006,6", "1.2.4-beta.1,2006,8", "12.0.1,24002,2"})
    void everyVersionIsAFinishedOneAndRises(String version, int minor, int micro) {
        assertEquals(List.of("lv2:minorVersion " + minor, "lv2:microVersion " + micro), Lv2Words.version(version));
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void everyUnitIsSaidOrBare(Unit unit) {
        List<String> said = Lv2Words.unit(unit);
        assertEquals(unit == Unit.NONE ? 0 : 1, said.size());
        assertTrue(unit == Unit.NONE || said.get(0).startsWith("units:unit "), said.toString());
    }
}

package io.arioso.host.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainTextTest {
    private static List<String> settings(String text) throws ChainException {
        return ChainText.parse(text).slots().get(0).settings().stream()
            .map(setting -> setting.name() + "->" + setting.value()).toList();
    }

    @Test
    void chainIsSlotsOfPlugInVersionAndSettings() throws ChainException {
        ChainSpec chain = ChainText.parse(" eq : hp = 30Hz , band2_gain=3dB|limiter@1.0.0:ceiling=-1dBTP | gate ");
        assertEquals(List.of(
            new SlotSpec("eq", "", List.of(new Setting("hp", "30Hz", 7), new Setting("band2_gain", "3dB", 19)), 2),
            new SlotSpec("limiter", "1.0.0", List.of(new Setting("ceiling", "-1dBTP", 48)), 34),
            new SlotSpec("gate", "", List.of(), 65)), chain.slots());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "gain=-1,5dB,mix=50%; gain->-1,5dB|mix->50%",
        "gain=-1,5,mix=50%; gain->-1,5|mix->50%",
        "gain=1,5; gain->1,5",
        "gain=1,2nd gain=3; gain->1|2nd gain->3",
        "gain=1 ,5 gain=3; gain->1|5 gain->3",
        "a=1,5,b=2,5,c=3,5; a->1,5|b->2,5|c->3,5",
        "gain=1.5,mix=2.5; gain->1.5|mix->2.5",
        "size=1,000,000; size->1,000,000"})
    void commaBetweenDigitsIsDecimalUnlessASettingFollows(String typed, String expected) throws ChainException {
        assertEquals(List.of(expected.split("\\|")), settings("eq:" + typed));
    }

    @Test
    void decimalCommaEndsAtTheBar() throws ChainException {
        ChainSpec chain = ChainText.parse("eq:gain=1,5 | 7th:mix=2");
        assertEquals("1,5", chain.slots().get(0).settings().get(0).value());
        assertEquals("7th", chain.slots().get(1).pluginName());
    }

    @Test
    void quotesHoldSeparators() throws ChainException {
        assertEquals(List.of("preset->Loud, bright | \"hot\"=yes"),
            settings("eq:preset=\"Loud, bright | \"\"hot\"\"=yes\""));
        ChainSpec chain = ChainText.parse("\"Strange: name\"@\"1|2\":\"a=b\"=4:1");
        assertEquals("Strange: name", chain.slots().get(0).pluginName());
        assertEquals("1|2", chain.slots().get(0).version());
        assertEquals(new Setting("a=b", "4:1", 23), chain.slots().get(0).settings().get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {
        "''; 1; a plug-in name",
        "eq |; 5; a plug-in name",
        "| eq; 1; a plug-in name",
        "eq:; 4; a setting",
        "eq:gain; 8; = and a value",
        "eq:gain=; 9; a value",
        "eq:gain=1,; 11; a setting",
        "eq:gain=1 mix=2; 14; a comma",
        "eq@:gain=1; 4; a version",
        "eq,limiter; 3; | and the next",
        "\"eq; 1; never closed",
        "eq:preset=\"Air\" x; 17; | and the next"})
    void faultsNameWhatWasExpectedAndTheColumn(String typed, int column, String expected) {
        ChainException fault = assertThrows(ChainException.class, () -> ChainText.parse(typed));
        assertEquals(column, fault.column(), fault.getMessage());
        assertTrue(fault.getMessage().contains(expected), fault.getMessage());
    }

    @Test
    void anyTextIsReadOrRefusedWithAColumnInsideIt() {
        String letters = "eq:=,|@\" 1.5-x";
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(20); count > 0; count--) text.append(letters.charAt(random.nextInt(14)));
            try {
                assertTrue(!ChainText.parse(text.toString()).slots().isEmpty());
            } catch (ChainException refused) {
                assertTrue(refused.column() >= 1 && refused.column() <= text.length() + 1, "seed " + seed + ": "
                    + text);
            }
        }
    }
}

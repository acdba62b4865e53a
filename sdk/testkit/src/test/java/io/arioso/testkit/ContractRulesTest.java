package io.arioso.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioPlugin;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is able to fail, and fails for its own flaw only. */
class ContractRulesTest {
    /** Starts a virtual machine; checked where it is the point. */
    private static final String SLOW_RULE = "V58";

    static Stream<Arguments> flaws() {
        return Stream.concat(flawsOfTheSound(), flawsOfTheRest());
    }

    private static Stream<Arguments> flawsOfTheSound() {
        return Stream.of(
            flaw(BrokenSound.LouderEachBlock::new, "X1", "V20"),
            flaw(BrokenSound.SwitchesItsBypassOff::new, "X1", "X2"),
            flaw(BrokenSound.DeclaresLatency::new, "X4"),
            flaw(BrokenSound.MovingLatency::new, "X4"),
            flaw(BrokenSound.SameFilterAtEveryRate::new, "X5"),
            flaw(BrokenMemory.DenormalTail::new, "X6"),
            flaw(BrokenMemory.DenormalState::new, "X6"),
            flaw(BrokenMemory.StaysMuted::new, "X7"),
            flaw(BrokenBlocks.Overflows::new, "X7", "V23"),
            flaw(BrokenSound.Unsmoothed::new, "X8"),
            flaw(BrokenBlocks.Allocates::new, "X9"),
            flaw(BrokenMemory.SharedState::new, "X10", "V51"),
            flaw(BrokenMemory.DoesNotReset::new, "X7", "X10"),
            flaw(BrokenSound.Lopsided::new, "X11"));
    }

    private static Stream<Arguments> flawsOfTheRest() {
        return Stream.of(
            flaw(BrokenLife.Anonymous::new, "V1"),
            flaw(BrokenLife.HiddenConstructor::new, "V2"),
            flaw(BrokenLife.AtMostFifty::new, "V7"),
            flaw(BrokenBlocks.StereoInMono::new, "V10"),
            flaw(BrokenBlocks.WritesBehindTheBlock::new, "V13"),
            flaw(BrokenLife.OnlyUsualRates::new, "V16"),
            flaw(BrokenBlocks.FixedBuffer::new, "V20"),
            flaw(BrokenBlocks.DividesByTiny::new, "V23"),
            flaw(BrokenSound.TooLoud::new, "V30"),
            flaw(BrokenMemory.Grows::new, "V31"),
            flaw(BrokenParameters.TwoOfOneName::new, "V32"),
            flaw(BrokenParameters.ChoicesAlike::new, "V34"),
            flaw(BrokenParameters.OneWayKnob::new, "V35"),
            flaw(BrokenParameters.StartsElsewhere::new, "V37"),
            flaw(BrokenParameters.TiresOfEvents::new, "V39"),
            flaw(BrokenParameters.FearsTheCorner::new, "V40"),
            flaw(BrokenParameters.ReadsTwice::new, "V41"),
            flaw(BrokenState.ForgetsTheGain::new, "V44", "V45", "V49"),
            flaw(BrokenState.SoundsDifferentOnceLoaded::new, "V45"),
            flaw(BrokenState.MeasuresIntoAParameter::new, "V46"),
            flaw(BrokenState.LoadsHalf::new, "V47"),
            flaw(BrokenParameters.SpeaksTheLanguage::new, "V48"),
            flaw(BrokenState.FearsTheFuture::new, "V49"),
            flaw(BrokenLife.WearsOut::new, "V50"),
            flaw(BrokenMemory.StateInTheInstance::new, "V51"),
            flaw(BrokenSound.HidesItsTail::new, "V56"),
            flaw(BrokenLife.SetsAProperty::new, "V71"));
    }

    private static Arguments flaw(Supplier<AudioPlugin> source, String... rules) {
        return Arguments.of(source, new TreeSet<>(Set.of(rules)));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void aFlawBreaksItsOwnRuleAndNoOther(Supplier<AudioPlugin> source, Set<String> expected) {
        Map<String, String> broken = brokenRules(PluginUnderTest.of(source));
        assertEquals(expected, broken.keySet(), broken::toString);
    }

    @Test
    void aPluginThatIsNotNeutralWhereItSaysSoBreaksX3Only() {
        PluginUnderTest plugin = PluginUnderTest.of(BrokenSound.NotQuiteUnity::new);
        assertEquals(Set.of("X3"), brokenRules(plugin.neutral()).keySet());
        assertEquals(Set.of(), brokenRules(plugin.neutralWithin(-90)).keySet());
    }

    @Test
    void aThreadThatGoesOnBreaksV69() {
        PluginUnderTest plugin = PluginUnderTest.of(BrokenLife.LeavesAThread::new);
        AssertionError error = assertThrows(AssertionError.class, () -> ContractRules.get("V69").verify(plugin));
        assertTrue(error.getMessage().contains("left behind"), error.getMessage());
    }

    @Test
    void allocationBreaksTheInterpretersRuleToo() {
        PluginUnderTest plugin = PluginUnderTest.of(BrokenBlocks.Allocates::new);
        AssertionError error = assertThrows(AssertionError.class, () -> ContractRules.get(SLOW_RULE).verify(plugin));
        assertTrue(error.getMessage().contains("bytes in 2000 blocks"), error.getMessage());
    }

    @Test
    void aMeasuredFailureNamesThingValueAndBound() {
        AssertionError error = assertThrows(AssertionError.class,
            () -> ContractRules.get("X4").verify(PluginUnderTest.of(BrokenSound.DeclaresLatency::new)));
        assertEquals("latency: 10 frames are declared, 0 are measured", error.getMessage());
    }

    @Test
    void anExcuseIsTellingAndSkips() {
        PluginUnderTest plugin = PluginUnderTest.of(BrokenSound.Lopsided::new).without("X11", "it is a panner");
        RuleNotApplicable skipped =
            assertThrows(RuleNotApplicable.class, () -> ContractRules.get("X11").verify(plugin));
        assertEquals("excused: it is a panner", skipped.getMessage());
    }

    @Test
    void everyRuleHasANumberOfItsOwn() {
        Set<String> numbers = new HashSet<>();
        for (ContractRule rule : ContractRules.all()) assertTrue(numbers.add(rule.number()), rule.title());
        for (int number = 1; number <= 11; number++) assertTrue(numbers.contains("X" + number), "X" + number);
    }

    private static Map<String, String> brokenRules(PluginUnderTest plugin) {
        Map<String, String> broken = new LinkedHashMap<>();
        for (ContractRule rule : ContractRules.all()) {
            if (rule.number().equals(SLOW_RULE)) continue;
            try {
                rule.verify(plugin);
            } catch (RuleNotApplicable nothingToCheck) {
                continue;
            } catch (AssertionError error) {
                broken.put(rule.number(), error.getMessage());
            }
        }
        return broken;
    }
}

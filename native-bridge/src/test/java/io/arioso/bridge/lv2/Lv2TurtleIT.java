package io.arioso.bridge.lv2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.BundledEffects;
import io.arioso.bridge.EventValues;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What hosts read of an LV2 bundle before they load it. */
class Lv2TurtleIT {
    private static final List<String> FIXED = List.of("control atom in", "latency control out", "freewheel control in",
        "enabled control in");

    @Test
    void theValidatorOfTheStandardFindsNothing() throws IOException {
        TestHost validator = TestHost.installed("lv2_validate");
        TestHost.installed("sord_validate");
        try (Stream<Path> files = Files.list(TestBundle.arioso().lv2())) {
            String[] turtle = files.map(Path::toString).filter(name -> name.endsWith(".ttl")).toArray(String[]::new);
            TestHost.Run run = validator.run(turtle).succeeded();
            assertTrue((run.out() + run.errors()).contains("Found 0 errors"), run.out() + run.errors());
        }
    }

    @Test
    void aScanFindsEveryEffectTwiceAndStartsNoJava() {
        String said = scan();
        assertTrue(said.contains("\njava 0\n"), said);
        for (BundledEffect effect : TestBundle.arioso().table().effects()) {
            String kind = effect.descriptor().shortName();
            String type = " http://lv2plug.in/ns/lv2core#" + switch (kind) {
                case "eq" -> "EQPlugin";
                case "widener" -> "SpatialPlugin";
                default -> Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "Plugin";
            };
            String name = " " + effect.descriptor().name();
            assertTrue(said.contains("plugin " + effect.lv2Uri() + type + name + "\n"), said);
            assertTrue(said.contains("plugin " + effect.lv2Uri() + ":mono" + type + name + " (mono)\n"), said);
        }
    }

    @Test
    void everyPresetIsListedByItsName() {
        String said = scan();
        for (BundledEffect effect : TestBundle.arioso().table().effects())
            for (BundledPreset preset : effect.presets())
                assertTrue(said.contains("preset " + effect.lv2Uri() + "#preset_" + preset.loadKey() + " "
                    + preset.name() + "\n"), preset.name());
    }

    @Test
    void thePortsAreThoseOfTheBinaryInTheOrderOfTheBinary() throws IOException {
        String said = scan();
        for (BundledEffect effect : TestBundle.arioso().table().effects()) {
            assertEquals(expectedPorts(effect, 2), ports(said, effect.lv2Uri()));
            assertEquals(expectedPorts(effect, 1), ports(said, effect.lv2Uri() + ":mono"));
        }
    }

    @Test
    void aSpaceInABundlesNameAndAParameterCalledLatencyAreNoTrouble() {
        BundledEffect late = TestBundle.testEffects().effect("late");
        Lv2Render render = new Lv2Render(TestBundle.testEffects(), late).set("latency", "100");
        float[][] input = Lv2Render.noise(2, 1000, 1);
        float[][] heard = render.process(input, 48_000);
        assertEquals(100, render.output("latency_"));
        assertEquals(input[1][0], heard[1][100]);
    }

    private static List<String> expectedPorts(BundledEffect effect, int channels) throws IOException {
        List<String> ports = new ArrayList<>();
        IntStream.rangeClosed(1, channels).forEach(channel -> ports.add("in_" + channel + " audio in"));
        IntStream.rangeClosed(1, channels).forEach(channel -> ports.add("out_" + channel + " audio out"));
        if (effect.sidechain())
            IntStream.rangeClosed(1, channels).forEach(channel -> ports.add("sidechain_" + channel + " audio in"));
        ports.addAll(FIXED);
        try (BridgedPlugin plugin = new BundledEffects(TestBundle.arioso().table())
                .open(effect.descriptor().id(), EventValues.PLAIN_BY_CONTROL)) {
            for (BridgedParameter each : plugin.parameters())
                if (!each.id().equals("bypass")) ports.add(each.id() + " control " + (each.isMeter() ? "out" : "in"));
        }
        assertEquals(2 * channels + (effect.sidechain() ? channels : 0) + 4 + effect.controls() + effect.meters(),
            ports.size(), "what lv2.c counts from the table");
        return ports;
    }

    private static List<String> ports(String said, String uri) {
        List<String> ports = new ArrayList<>();
        boolean wanted = false;
        for (String line : said.lines().toList()) {
            if (line.startsWith("plugin ")) wanted = line.startsWith("plugin " + uri + " ");
            if (wanted && line.startsWith("port ")) {
                String[] words = line.split(" ");
                ports.add(words[2] + " " + words[3] + " " + words[4]);
            }
        }
        return ports;
    }

    private static String scan() {
        return Lv2Render.host("lv2host.c").run("scan", TestBundle.arioso().lv2().toString()).succeeded().out();
    }
}

package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.FakeShim.Event;
import io.arioso.bridge.effects.Hollow;
import io.arioso.bridge.effects.Late;
import io.arioso.bridge.effects.Misbehaving;
import io.arioso.bridge.effects.Probe;
import io.arioso.host.engine.Automation;
import io.arioso.host.engine.Engine;
import io.arioso.host.graph.Connection;
import io.arioso.host.graph.Graph;
import io.arioso.host.graph.GraphCompiler;
import io.arioso.host.graph.Node;
import io.arioso.host.graph.PlanException;
import io.arioso.runtime.RunnerSettings;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BridgedAudioTest {
    private static final int FRAMES = 30_000;
    private static final BusLayout KEYED = BusLayout.STEREO.withSidechain(2);
    private static final Map<String, double[]> SETTINGS = Map.of("gain", new double[] {-1.1, 6.25, -59.9, 23.99},
        "cutoff", new double[] {1234.5, 19_999, 20.01}, "hold", new double[] {0.3, 499.99, 77.7},
        "sign", new double[] {1, 0},
        "repeats", new double[] {12, 7}, "keyed", new double[] {1, 0, 1}, "depth", new double[] {99.5, 0.5},
        "bypass", new double[] {1, 0});

    @TempDir
    Path folder;

    private BridgedPlugin open(Class<?> effect, EventValues values) {
        BridgedPlugin plugin = Opened.of(effect, values, folder);
        plugin.attach(new FakeHost(false));
        return plugin;
    }

    private static BridgedParameter byId(BridgedPlugin plugin, String id) {
        return plugin.parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /** An event as a DAW of that kind sends it, rounded to {@code float} where DAWs do. */
    private static Event event(BridgedPlugin plugin, EventValues values, int frame, String id, double plain) {
        BridgedParameter parameter = byId(plugin, id);
        double sent = switch (values) {
            case PLAIN_BY_KEY -> plain;
            case NORMALIZED_BY_KEY -> (float) plugin.toNormalized(parameter, plain);
            case PLAIN_BY_CONTROL -> (float) plain;
        };
        return new Event(frame, AudioBlock.VALUE, ParameterIndex.numberOf(values, parameter), sent);
    }

    private record Change(int frame, String id, double plain) {
    }

    private static List<Change> changes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> ids = SETTINGS.keySet().stream().sorted().toList();
        List<Change> changes = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame += random.nextInt(600)) {
            String id = ids.get(random.nextInt(ids.size()));
            changes.add(new Change(frame, id, SETTINGS.get(id)[random.nextInt(SETTINGS.get(id).length)]));
        }
        return changes;
    }

    /** What {@code arioso render} makes of it: the engine, offline. */
    private static float[][] rendered(List<Change> changes) throws PlanException {
        AudioPlugin probe = new Probe();
        Graph graph = new Graph();
        Node node = graph.add("probe", probe);
        graph.connect(graph.input(), node);
        graph.connect(new Connection(graph.sidechain(), node, 1, true));
        graph.connect(node, graph.output());
        float[][] audio = FakeShim.noise(4, FRAMES, 1);
        RunnerSettings settings = RunnerSettings.of(FakeShim.RATE, 1024, BusLayout.STEREO).withOffline(true);
        try (Engine engine = new Engine(FakeShim.RATE, GraphCompiler.compile(graph, settings))) {
            engine.automate(Automation.of(changes.stream().map(change -> new Automation.Event(
                change.frame(), node, probe.parameters().get(change.id()), change.plain())).toList()));
            float[][] main = {audio[0], audio[1]};
            engine.process(main, new float[][] {audio[2], audio[3]}, main, FRAMES);
        }
        return audio;
    }

    @ParameterizedTest
    @EnumSource
    void inEveryFormatAndAnyBlocksTheBitsAreThoseOfARender(EventValues values) throws PlanException {
        for (long seed = 1; seed <= 4; seed++) {
            float[][] expected = rendered(changes(seed));
            BridgedPlugin plugin = open(Probe.class, values);
            List<Event> events = changes(seed).stream()
                .map(change -> event(plugin, values, change.frame(), change.id(), change.plain())).toList();
            float[][] audio = FakeShim.noise(4, FRAMES, 1);
            new FakeShim(plugin, KEYED, 512).activate(seed % 2 == 0)
                .render(audio, FRAMES, AudioBlock.HAS_SIDECHAIN, events, new SplittableRandom(seed));
            for (int channel = 0; channel < 2; channel++)
                assertArrayEquals(expected[channel], audio[channel], "seed " + seed);
            plugin.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatComeWithTheActivationAreWhereItStarts(EventValues values) throws PlanException {
        List<Change> settings = List.of(new Change(0, "gain", -1.1), new Change(0, "cutoff", 1234.5));
        BridgedPlugin plugin = open(Probe.class, values);
        plugin.setPlain(byId(plugin, "gain"), 20);
        Event[] initial = settings.stream().map(change -> event(plugin, values, 0, change.id(), change.plain()))
            .toArray(Event[]::new);
        AudioPlugin probe = new Probe();
        settings.forEach(change -> probe.parameters().get(change.id()).set(change.plain()));
        float[][] expected = FakeShim.noise(2, 1000, 1);
        try (Engine engine = new Engine(FakeShim.RATE, GraphCompiler.compile(Graph.chain(List.of(probe)),
            RunnerSettings.of(FakeShim.RATE, 1024, BusLayout.STEREO)))) {
            engine.process(expected, expected, 1000);
        }
        float[][] audio = FakeShim.noise(2, 1000, 1);
        new FakeShim(plugin, BusLayout.STEREO, 64).activate(false, initial)
            .render(audio, 1000, 0, List.of(), new SplittableRandom(1));
        assertArrayEquals(expected[0], audio[0]);
        assertEquals(-1.1, plugin.plain(byId(plugin, "gain")));
    }

    @Test
    void whatNobodyKnowsIsLeftOut() {
        BridgedPlugin plugin = open(Probe.class, EventValues.PLAIN_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        BridgedParameter gain = byId(plugin, "gain");
        BridgedParameter meter = byId(plugin, "meter_level");
        shim.process(FakeShim.noise(2, 64, 1), 0, 64, 0, List.of(new Event(0, AudioBlock.VALUE, 12_345, 1),
            new Event(1, AudioBlock.VALUE, gain.key(), Double.NaN), new Event(2, AudioBlock.VALUE, meter.key(), 1),
            new Event(3, AudioBlock.GESTURE_BEGIN + 7, gain.key(), 1)));
        assertEquals(0, plugin.plain(gain));
        shim.process(FakeShim.noise(2, 64, 1), 0, 64, 0, List.of(new Event(-5, AudioBlock.VALUE, gain.key(), 1e300)));
        assertEquals(24, plugin.plain(gain));
        assertEquals("", plugin.faultText());
    }

    @Test
    void aCallWithoutFramesTakesValuesAndSendsEdits() {
        BridgedPlugin plugin = open(Probe.class, EventValues.PLAIN_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        BridgedParameter gain = byId(plugin, "gain");
        BridgedParameter cutoff = byId(plugin, "cutoff");
        plugin.beginEdit(gain);
        plugin.edit(gain, -7.5);
        plugin.endEdit(gain);
        List<Event> sent = shim.process(new float[2][0], 0, 0, 0,
            List.of(new Event(0, AudioBlock.VALUE, cutoff.key(), 440)));
        assertEquals(440, plugin.plain(cutoff));
        assertEquals(-7.5, plugin.plain(gain));
        assertEquals(List.of(new Event(0, AudioBlock.GESTURE_BEGIN, gain.key(), -7.5),
            new Event(0, AudioBlock.VALUE, gain.key(), -7.5), new Event(0, AudioBlock.GESTURE_END, gain.key(), -7.5)),
            sent.stream().filter(event -> event.parameter() == gain.key()).toList());
        assertEquals(List.of(), shim.process(new float[2][0], 0, 0, 0, List.of()));
    }

    @Test
    void inVst3AndLv2TheMainThreadFetchesTheEdits() {
        BridgedPlugin plugin = open(Probe.class, EventValues.NORMALIZED_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        plugin.edit(byId(plugin, "gain"), 3);
        List<Event> sent = shim.process(FakeShim.noise(2, 64, 1), 0, 64, 0, List.of());
        assertTrue(sent.stream().noneMatch(event -> event.parameter() == byId(plugin, "gain").key()), sent.toString());
        assertTrue(!plugin.edits().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void metersAreToldThirtyTimesASecondAndOnlyWhenTheyMove(EventValues values) {
        BridgedPlugin plugin = open(Probe.class, values);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        BridgedParameter meter = byId(plugin, "meter_level");
        assertEquals(-60, plugin.plain(meter), "before it has measured");
        float[][] moving = FakeShim.noise(2, 48_000, 1);
        int told = 0;
        for (int at = 0; at + 64 <= 48_000; at += 64) {
            List<Event> sent = shim.process(moving, at, 64, 0, List.of());
            told += sent.size();
            for (Event event : sent) {
                assertEquals(ParameterIndex.numberOf(values, meter), event.parameter());
                assertEquals(values == EventValues.NORMALIZED_BY_KEY ? plugin.toNormalized(meter, plugin.plain(meter))
                    : plugin.plain(meter), event.value());
            }
        }
        assertTrue(told > 20 && told <= 31, told + " times in a second");
        told = 0;
        for (int i = 0; i < 3000; i++) told += shim.process(new float[2][64], 0, 64, 0, List.of()).size();
        int more = 0;
        for (int i = 0; i < 750; i++) more += shim.process(new float[2][64], 0, 64, 0, List.of()).size();
        assertEquals(0, more, "in a second in which nothing moved");
    }

    @Test
    void latencyAndTailStandInTheBlock() {
        BridgedPlugin plugin = open(Probe.class, EventValues.PLAIN_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(true);
        assertEquals(0, shim.latency());
        assertEquals(4800, shim.tail());
        shim.process(new float[2][64], 0, 64, 0,
            List.of(new Event(0, AudioBlock.VALUE, byId(plugin, "hold").key(), 200)));
        assertEquals(9600, shim.tail());
    }

    @Test
    void aResetForgetsPastSound() {
        BridgedPlugin plugin = open(Probe.class, EventValues.PLAIN_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        float[][] first = FakeShim.noise(2, 64, 1);
        shim.process(first, 0, 64, 0, List.of());
        plugin.reset();
        float[][] again = FakeShim.noise(2, 64, 1);
        shim.process(again, 0, 64, 0, List.of());
        assertArrayEquals(first[1], again[1]);
    }

    @Test
    void anEffectThatThrowsPassesAudioAndSaysSo() {
        BridgedPlugin plugin = open(Misbehaving.class, EventValues.PLAIN_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        plugin.setPlain(byId(plugin, "fault"), Misbehaving.Fault.PROCESS_EXITS.ordinal());
        float[][] audio = FakeShim.noise(2, 64, 1);
        float[][] dry = FakeShim.noise(2, 64, 1);
        for (int i = 0; i < 5; i++) shim.process(audio, 0, 64, 0, List.of());
        assertArrayEquals(dry[0], audio[0]);
        assertEquals("Misbehaving failed: 3 blocks, first at 00:00.0 (java.lang.IllegalStateException: an effect may"
            + " not end the program that it runs in); it is bypassed", plugin.faultText());
    }

    @Test
    void whatTheEffectCannotDoIsRefusedWithASentence() {
        BridgedPlugin plugin = open(Late.class, EventValues.PLAIN_BY_KEY);
        assertTrue(plugin.supports(BusLayout.MONO));
        assertTrue(!plugin.hasSidechain());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> new FakeShim(plugin, KEYED, 64).activate(false));
        assertTrue(refused.getMessage().contains("is not supported by this effect"), refused.getMessage());
        assertEquals(0, plugin.latencyFrames());
    }

    @Test
    void inactiveInstancesBearEveryCall() {
        BridgedPlugin plugin = open(Hollow.class, EventValues.PLAIN_BY_KEY);
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64);
        float[][] audio = FakeShim.noise(2, 64, 1);
        shim.process(audio, 0, 64, 0, List.of());
        plugin.reset();
        plugin.deactivate();
        assertArrayEquals(FakeShim.noise(2, 64, 1)[0], audio[0]);
        shim.activate(false);
        shim.activate(false);
        plugin.close();
        plugin.process(shim.block);
    }

    @ParameterizedTest
    @EnumSource
    void anActiveInstanceAllocatesNothing(EventValues values) {
        BridgedPlugin plugin = open(Probe.class, values);
        FakeShim shim = new FakeShim(plugin, KEYED, 64).activate(false);
        BridgedParameter gain = byId(plugin, "gain");
        int gainNumber = ParameterIndex.numberOf(values, gain);
        int cutoffNumber = ParameterIndex.numberOf(values, byId(plugin, "cutoff"));
        assertEquals(0, Allocated.bytes(() -> {
            for (int i = 0; i < 5000; i++) {
                shim.block.begin(64, AudioBlock.HAS_SIDECHAIN);
                shim.block.receive(i & 63, cutoffNumber, i % 100 / 100f);
                shim.block.receive(63, gainNumber, (i & 31) / 31f);
                plugin.edit(gain, i & 7);
                plugin.process(shim.block);
                if (i % 100 == 0) plugin.reset();
            }
        }), "bytes in every round");
    }

    @Test
    void eightThreadsMakeTheBitsThatOneDoes() throws InterruptedException {
        float[][] expected = FakeShim.noise(2, FRAMES, 1);
        new FakeShim(open(Probe.class, EventValues.PLAIN_BY_KEY), BusLayout.STEREO, 512).activate(false)
            .render(expected, FRAMES, 0, List.of(), new SplittableRandom(1));
        float[][][] all = new float[8][][];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            int own = i;
            all[i] = FakeShim.noise(2, FRAMES, 1);
            BridgedPlugin plugin = open(Probe.class, EventValues.PLAIN_BY_KEY);
            FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 512).activate(false);
            threads.add(new Thread(() -> shim.render(all[own], FRAMES, 0, List.of(), new SplittableRandom(own))));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) thread.join();
        for (float[][] audio : all) assertArrayEquals(expected[1], audio[1]);
    }
}

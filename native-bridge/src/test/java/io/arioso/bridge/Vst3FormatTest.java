package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Callback;
import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.arioso.bridge.effects.Probe;
import io.arioso.bridge.vst3.Vst3Format;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's side of VST3, called as C calls it: through its table of function pointers. */
class Vst3FormatTest {
    private static final int HANDLE = 7;
    private static final int OK = 0;
    private static final int FALSE = 1;
    private static final int NOT_INITIALIZED = 5;
    private static final int SET_STATE = 0;
    private static final int GET_STATE = 1;
    private static final int PARAMETER_COUNT = 3;
    private static final int TEXT_OF = 5;
    private static final int VALUE_OF = 6;
    private static final int GET = 9;
    private static final int SET = 10;
    private static final int IDLE = 15;
    private static final int SLOTS = 26;
    private static final int VALUES_CHANGED = 4;
    private static final int LATENCY_CHANGED = 8;

    @TempDir
    private Path folder;

    private final Memory table = new Memory((long) SLOTS * Native.POINTER_SIZE);
    private final Memory shared = new Memory(32);
    private final FakeComponentHandler handler = new FakeComponentHandler();
    private BridgedPlugin plugin;
    private BridgeHost host;

    @BeforeEach
    void open() {
        plugin = Opened.of(Probe.class, EventValues.NORMALIZED_BY_KEY, folder);
        Vst3Format format = new Vst3Format();
        format.install(table);
        shared.clear();
        shared.setDouble(16, -1);
        shared.setInt(24, 1);
        shared.setPointer(8, handler.pointer());
        host = format.open(HANDLE, plugin, shared, 0);
        plugin.attach(host);
    }

    @AfterEach
    void close() {
        host.close();
        plugin.close();
    }

    private Function function(int slot) {
        return Function.getFunction(table.getPointer((long) slot * Native.POINTER_SIZE));
    }

    private int call(int slot, Object... arguments) {
        return function(slot).invokeInt(arguments);
    }

    private BridgedParameter parameter(String id) {
        return plugin.parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    private double get(String id) {
        return function(GET).invokeDouble(new Object[] {HANDLE, parameter(id).key()});
    }

    @Test
    void editsReachTheHandlerInOrderWhenTheMainThreadComes() {
        BridgedParameter gain = parameter("gain");
        plugin.beginEdit(gain);
        plugin.edit(gain, 24);
        plugin.endEdit(gain);
        assertEquals(1, shared.getInt(0), "the main thread is asked for");
        assertEquals(List.of(), handler.heard);
        call(IDLE, HANDLE);
        int key = gain.key();
        assertEquals(List.of("begin " + key, "perform " + key + " 1.0", "end " + key), handler.heard);
        call(IDLE, HANDLE);
        assertEquals(3, handler.heard.size(), "each edit is told once");
    }

    @Test
    void aLoadedStateAndAnotherLatencyAreToldOnce() {
        host.latencyChanged();
        host.parametersChanged();
        call(IDLE, HANDLE);
        call(IDLE, HANDLE);
        assertEquals(List.of("restart " + (VALUES_CHANGED | LATENCY_CHANGED)), handler.heard);
    }

    @Test
    void aHostWithoutATimerIsToldByAThreadOfOurs() throws InterruptedException {
        shared.setInt(24, 0);
        host.latencyChanged();
        for (int waited = 0; waited < 5000 && handler.heard.isEmpty(); waited++) Thread.sleep(1);
        assertEquals(List.of("restart " + LATENCY_CHANGED), handler.heard);
        assertEquals(0, shared.getInt(0), "the main thread is not asked for");
    }

    @Test
    void withoutAHandlerEditsAreHeardAllTheSame() {
        shared.setPointer(8, null);
        plugin.edit(parameter("gain"), -6);
        call(IDLE, HANDLE);
        assertTrue(plugin.edits().isEmpty());
        assertEquals(-6, plugin.plain(parameter("gain")));
    }

    @Test
    void whileActiveTheProcessorsValueIsNotTouched() {
        shared.setInt(4, 1);
        double before = plugin.plain(parameter("cutoff"));
        assertEquals(OK, call(SET, HANDLE, parameter("cutoff").key(), 0.25));
        assertEquals(0.25, get("cutoff"), "the controller shows what the host has said");
        assertEquals(before, plugin.plain(parameter("cutoff")));
        plugin.setPlain(parameter("cutoff"), 20_000);
        assertEquals(1, get("cutoff"), "until the processor moves");
        shared.setInt(4, 0);
        call(SET, HANDLE, parameter("cutoff").key(), 0.0);
        assertEquals(20, plugin.plain(parameter("cutoff")));
    }

    @Test
    void aStateGoesThroughStreamsThatTakeLittleAtATime() {
        plugin.setPlain(parameter("gain"), -12.5);
        byte[] expected = plugin.saveState();
        FakeStream saved = new FakeStream(new byte[0]);
        assertEquals(OK, call(GET_STATE, HANDLE, saved.pointer()));
        assertArrayEquals(expected, saved.bytes);
        plugin.setPlain(parameter("gain"), 3);
        assertEquals(OK, call(SET_STATE, HANDLE, new FakeStream(expected).pointer()));
        assertEquals(-12.5, plugin.plain(parameter("gain")));
        byte[] half = Arrays.copyOf(expected, expected.length / 2);
        assertEquals(FALSE, call(SET_STATE, HANDLE, new FakeStream(half).pointer()));
        assertArrayEquals(expected, plugin.saveState());
    }

    @Test
    void textsGoBothWaysInUtf16() {
        Memory text = new Memory(256);
        Memory value = new Memory(8);
        int key = parameter("sign").key();
        assertEquals(OK, call(TEXT_OF, HANDLE, key, 1.0, text));
        assertEquals("TURNED", utf16(text));
        assertEquals(OK, call(VALUE_OF, HANDLE, key, text, value));
        assertEquals(1, value.getDouble(0));
        text.setShort(0, (short) '?');
        assertEquals(FALSE, call(VALUE_OF, HANDLE, key, text, value));
    }

    private static String utf16(Pointer text) {
        StringBuilder characters = new StringBuilder();
        for (int i = 0; text.getShort(2L * i) != 0; i++) characters.append((char) text.getShort(2L * i));
        return characters.toString();
    }

    @Test
    void anUnknownInstanceIsRefused() {
        assertEquals(NOT_INITIALIZED, call(SET, 99, parameter("gain").key(), 0.5));
        assertEquals(0, call(PARAMETER_COUNT, 99));
        host.close();
        assertEquals(NOT_INITIALIZED, call(SET, HANDLE, parameter("gain").key(), 0.5));
        shared.setInt(0, 0);
        plugin.edit(parameter("gain"), 1);
        assertFalse(shared.getInt(0) != 0, "memory that is gone is not written");
    }

    // ---- objects of a DAW ----

    /** Three functions for any object; nobody counts here. */
    private abstract static class ComFake {
        private final Memory object = new Memory(Native.POINTER_SIZE);
        private final Memory functions;

        ComFake(Callback... own) {
            functions = new Memory((3L + own.length) * Native.POINTER_SIZE);
            Reference counted = self -> 1;
            for (int slot = 0; slot < 3; slot++) Callbacks.put(functions, slot, counted);
            for (int slot = 0; slot < own.length; slot++) Callbacks.put(functions, 3 + slot, own[slot]);
            object.setPointer(0, functions);
        }

        Pointer pointer() {
            return object;
        }
    }

    interface Reference extends Callback {
        int call(long self);
    }

    interface WithNumber extends Callback {
        int call(long self, int number);
    }

    interface WithValue extends Callback {
        int call(long self, int parameter, double value);
    }

    interface Transfer extends Callback {
        int call(long self, Pointer bytes, int count, Pointer done);
    }

    private static final class FakeComponentHandler extends ComFake {
        private final List<String> heard;

        FakeComponentHandler() {
            this(new CopyOnWriteArrayList<>());
        }

        private FakeComponentHandler(List<String> heard) {
            super(says(heard, "begin "), performs(heard), says(heard, "end "), says(heard, "restart "));
            this.heard = heard;
        }

        private static WithNumber says(List<String> heard, String what) {
            return (self, number) -> {
                heard.add(what + number);
                return OK;
            };
        }

        private static WithValue performs(List<String> heard) {
            return (self, parameter, value) -> {
                heard.add("perform " + parameter + " " + value);
                return OK;
            };
        }
    }

    private static final class FakeStream extends ComFake {
        private static final int MOST = 5;
        private static FakeStream current;

        private byte[] bytes;
        private int position;

        FakeStream(byte[] bytes) {
            super((Transfer) (self, target, count, done) -> current.read(target, count, done),
                (Transfer) (self, source, count, done) -> current.write(source, count, done));
            this.bytes = bytes;
            current = this;
        }

        private int read(Pointer target, int count, Pointer done) {
            int size = Math.min(Math.min(count, MOST), bytes.length - position);
            target.write(0, bytes, position, size);
            position += size;
            done.setInt(0, size);
            return OK;
        }

        private int write(Pointer source, int count, Pointer done) {
            int size = Math.min(count, MOST);
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + size);
            source.read(0, bytes, before, size);
            done.setInt(0, size);
            return OK;
        }
    }
}

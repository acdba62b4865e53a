package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.bundle.BundleTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door of the shim, in a class loader of its own as each bundle has it. */
class BridgeTest {
    private static final int CLAP = 0;

    @TempDir
    Path resources;
    private URLClassLoader bundle;
    private Class<?> bridge;

    @BeforeEach
    void load() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(":")).map(BridgeTest::url)
            .toArray(URL[]::new);
        bundle = new URLClassLoader("arioso", classPath, ClassLoader.getPlatformClassLoader());
        bridge = bundle.loadClass(Bridge.class.getName());
    }

    @AfterEach
    void unload() throws IOException {
        bundle.close();
    }

    @Test
    void aBundleWithoutATableIsRefusedWithItsPath() throws Exception {
        assertFalse(start());
        assertTrue(fault().contains(resources.resolve("table").toString()), fault());
    }

    @Test
    void startingTwiceIsHarmlessAndTheReasonOfARefusalGoesWithTheNextSuccess() throws Exception {
        assertFalse(start());
        writeTable();
        assertTrue(start());
        assertEquals("", fault());
        Files.delete(resources.resolve("table"));
        assertTrue(start());
    }

    @Test
    void aFormatThatIsNotInstalledIsRefusedWithTheReason() throws Exception {
        writeTable();
        start();
        assertEquals(-1, call("open", CLAP, "io.arioso.eq", 0L, 0L));
        assertEquals("this plug-in format cannot be used: the shim has no tables for it", fault());
    }

    @Test
    void beforeItHasStartedNothingCanBeOpenedAndNothingIsThrown() throws Exception {
        assertEquals(-1, call("open", CLAP, "io.arioso.eq", 0L, 0L));
        assertFalse(fault().isEmpty());
    }

    @Test
    void unknownHandlesHaveNoPlugin() {
        for (int handle : new int[] {-1, 0, 1000, Integer.MIN_VALUE, Integer.MAX_VALUE}) assertNull(Bridge.plugin(handle));
    }

    @Test
    void theHostsContextClassLoaderIsPutBack() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        start();
        assertSame(before, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void aReasonBelongsToItsThread() throws Exception {
        start();
        String[] elsewhere = new String[1];
        Thread other = new Thread(() -> elsewhere[0] = faultUnchecked());
        other.start();
        other.join();
        assertEquals("", elsewhere[0]);
        assertFalse(fault().isEmpty());
    }

    private void writeTable() throws IOException {
        Files.write(resources.resolve("table"), new BundleTable("Empty", "Arioso", "1", List.of(), resources).toBytes());
    }

    private boolean start() throws Exception {
        return (boolean) call("start", resources.toString(), new long[] {0, 0, 0});
    }

    private String fault() throws Exception {
        return (String) call("fault");
    }

    private String faultUnchecked() {
        try {
            return fault();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** As JNI does it: without regard to who may call. */
    private Object call(String name, Object... arguments) throws Exception {
        Method method = Stream.of(bridge.getDeclaredMethods()).filter(m -> m.getName().equals(name)).findFirst()
            .orElseThrow();
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

package io.arioso.bridge.clap;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.host.document.DocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The extensions {@code clap.state}, {@code clap.state-context} and {@code clap.preset-load}. [main-thread] */
final class ClapState {
    /** No state that we write comes near it; a stream that never ends is given up there. */
    private static final int MAX_BYTES = 1 << 24;
    private static final int CHUNK = 1 << 16;
    /** Offset of the one function of a stream. */
    private static final int READ_OR_WRITE = 8;

    private final BridgedPlugin plugin;
    private final ClapHost host;

    ClapState(BridgedPlugin plugin, ClapHost host) {
        this.plugin = plugin;
        this.host = host;
    }

    boolean save(long stream) {
        if (stream == 0) return false;
        byte[] document = plugin.saveState();
        Pointer to = new Pointer(stream);
        Function write = Function.getFunction(to.getPointer(READ_OR_WRITE));
        Memory memory = new Memory(document.length);
        memory.write(0, document, 0, document.length);
        for (long done = 0; done < document.length;) {
            long left = document.length - done;
            long wrote = write.invokeLong(new Object[] {to, memory.share(done), left});
            if (wrote <= 0 || wrote > left) return false;
            done += wrote;
        }
        return true;
    }

    boolean load(long stream) {
        if (stream == 0) return false;
        Pointer from = new Pointer(stream);
        Function read = Function.getFunction(from.getPointer(READ_OR_WRITE));
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        Memory memory = new Memory(CHUNK);
        while (true) {
            long got = read.invokeLong(new Object[] {from, memory, (long) CHUNK});
            if (got == 0) return load(document.toByteArray());
            if (got < 0 || got > CHUNK || document.size() + got > MAX_BYTES) return false;
            document.write(memory.getByteArray(0, (int) got), 0, (int) got);
        }
    }

    /** Takes a factory preset over, by its number in the bundle's table. */
    boolean loadPreset(int number) {
        if (number < 0 || number >= plugin.presets().size()) return false;
        plugin.loadPreset(number);
        return true;
    }

    /** Takes a preset file over. */
    boolean loadFile(long path) {
        try (InputStream file = Files.newInputStream(Path.of(Utf8.read(path)))) {
            byte[] document = file.readNBytes(MAX_BYTES + 1);
            return document.length <= MAX_BYTES && load(document);
        } catch (IOException unreadable) {
            host.log(ClapHost.WARNING, plugin.descriptor().name() + ": cannot read " + unreadable.getMessage());
            return false;
        }
    }

    private boolean load(byte[] document) {
        try {
            plugin.loadState(document);
            return true;
        } catch (DocumentException refused) {
            host.log(ClapHost.WARNING, plugin.descriptor().name() + ": " + refused.getMessage());
            return false;
        }
    }
}

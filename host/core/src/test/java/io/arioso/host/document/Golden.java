package io.arioso.host.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The documents of every released version, kept for ever. */
public final class Golden {
    /** Names of all files. */
    public static final List<String> ALL = List.of("preset-1-air.json", "preset-1-newer-minor.json",
        "chain-1-master.json", "chain-1-unknown-plugin.json");

    private Golden() {
    }

    /** The bytes of one file. */
    public static byte[] bytes(String name) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/io/arioso/host/golden/" + name)) {
            if (in == null) throw new IOException("there is no golden file " + name);
            return in.readAllBytes();
        }
    }
}

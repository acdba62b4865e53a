package io.arioso.benchmark.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures our effects beside their peers and prints the tables in Markdown; {@code host/benchmark/peers.sh} puts them into
 * {@code plugins/README.md}.
 *
 * <p>LV2 peers run in ffmpeg's filter; those that it cannot run, in {@code lv2time}, which the system property of that name
 * points to. A peer that is not installed leaves an empty cell and a line on standard error.
 */
public final class PeerTables {
    private PeerTables() {
    }

    /** Prints the tables whose names contain the first argument; all without one. */
    public static void main(String[] arguments) {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        Map<String, Supplier<Table>> tables = new LinkedHashMap<>();
        tables.put("eq", EqualizerRulers::table);
        tables.put("compressor", CompressorRulers::table);
        tables.put("reverb", ReverbRulers::table);
        tables.put("delay", DelayRulers::table);
        tables.put("limiter", LimiterRulers::table);
        tables.put("widener", WidenerRulers::table);
        tables.forEach((name, table) -> {
            if (name.contains(wanted)) System.out.print(table.get().markdown());
        });
    }
}

package io.arioso.benchmark.peers;

import java.io.IOException;
import java.util.List;
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
    public static void main(String[] arguments) throws IOException {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        List<Supplier<Table>> tables = List.of(EqualizerRulers::table, CompressorRulers::table, DelayRulers::table,
            LimiterRulers::table, WidenerRulers::table);
        List<String> names = List.of("eq", "compressor", "delay", "limiter", "widener");
        for (int i = 0; i < tables.size(); i++)
            if (names.get(i).contains(wanted)) System.out.print(tables.get(i).get().markdown());
    }
}

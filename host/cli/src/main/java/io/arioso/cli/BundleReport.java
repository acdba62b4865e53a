package io.arioso.cli;

import io.arioso.host.daw.DawBundle;
import io.arioso.host.document.JsonWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What a bundle's verbs say of a bundle. */
final class BundleReport {
    private BundleReport() {
    }

    static void members(JsonWriter out, DawBundle bundle) {
        out.field("name", bundle.name()).field("version", bundle.version());
        out.name("effects").texts(bundle.effects()).field("bytes", bundle.bytes());
        out.name("files").texts(bundle.files().stream().map(Path::toString).toList());
    }

    /** Every file, then the sum. */
    static void show(DataVerb verb, DawBundle bundle) {
        for (Path file : bundle.files()) verb.print(file.toString());
        verb.print(summary(bundle));
    }

    static String summary(DawBundle bundle) {
        return String.format(Locale.ROOT, "%s: %s; %d files, %.1f MB", bundle.name(),
            String.join(", ", bundle.effects()), bundle.files().size(), bundle.bytes() / 1e6);
    }
}

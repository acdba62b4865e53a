package io.arioso.host.plugin;

import java.nio.file.Path;
import java.util.List;

/** Remembers what scans found. */
final class ScanCache {
    ScanCache(Path folder) {
    }

    List<ScanResult> scan(Path jar) {
        return PluginScanner.scan(jar);
    }

    void save() {
    }
}

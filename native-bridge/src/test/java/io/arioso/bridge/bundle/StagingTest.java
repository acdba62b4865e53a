package io.arioso.bridge.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.daw.DawFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    @TempDir
    Path folder;

    private static void fill(BundleLayout layout, String words) throws IOException {
        Files.createDirectories(layout.resources());
        Files.createDirectories(layout.binary().getParent());
        Files.writeString(layout.binary(), words);
    }

    @Test
    void aPublishedBundleTakesThePlaceOfTheOldOne() throws IOException {
        for (DawFormat format : DawFormat.values()) {
            for (String words : new String[] {"old", "new"}) {
                try (Staging staging = Staging.in(folder)) {
                    BundleLayout staged = new BundleLayout(format, staging.folder().resolve("bundle"), "X");
                    fill(staged, words);
                    staging.publish(staged, folder);
                }
                assertEquals(words, Files.readString(new BundleLayout(format, folder, "X").binary()));
            }
        }
        try (var left = Files.list(folder)) {
            assertEquals(4, left.count(), "X.clap, X.arioso, X.vst3, X.lv2 and no staging folder");
        }
    }

    @Test
    void whatADeadProcessLeftGoesAndALivingOnesStays() throws IOException, InterruptedException {
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Path left = Files.createDirectories(folder.resolve(".arioso-" + dead.pid() + ".part/bundle"));
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Path alive = Files.createDirectories(folder.resolve(".arioso-" + living + ".part"));
        Path other = Files.createDirectories(folder.resolve(".arioso-theirs.part"));
        Staging.in(folder).close();
        assertFalse(Files.exists(left.getParent()));
        assertTrue(Files.exists(alive));
        assertTrue(Files.exists(other));
    }
}

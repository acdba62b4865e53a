package io.arioso.bridge.daw;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session of Ardour 7 with one stereo track, one plug-in on it and one region of sound: made, saved, loaded again and
 * exported by Ardour itself without a screen.
 *
 * <p>Ardour's scripts cannot place sound on a track, so the region is written into the saved session's XML.
 */
final class ArdourSession {
    /** Ardour's time unit: this many in a second. */
    private static final long CLOCKS_PER_SECOND = 282_240_000;
    private static final int RATE = 48_000;
    /**
     * Ardour 7.3's exporter aborts in one of some fifteen runs, with a session without plug-ins too: two of its threads
     * free one ExportFormatSpecification.
     */
    private static final int ABORTED = 128 + 6;
    private static final String SCRIPT =
        Path.of("src", "test", "resources", "daw", "ardour.lua").toAbsolutePath().toString();

    private final Path folder;
    private final Path home;

    /** A session in a new folder; Ardour's settings and the plug-ins lie below a home of the test's. */
    ArdourSession(Path folder, Path home) throws IOException {
        // Ardour names the folder of sounds by the session's folder.
        this.folder = Files.createDirectories(folder).resolve("song");
        this.home = Files.createDirectories(home);
    }

    /** Has Ardour look at a VST3 bundle; LV2 bundles it finds by itself. */
    void scan(Path vst3) {
        TestHost.Run run = host("/usr/lib/ardour7/ardour-vst3-scanner")
            .withEnvironment("LD_LIBRARY_PATH", "/usr/lib/ardour7").run("-f", vst3.toString()).succeeded();
        assertTrue((run.out() + run.errors()).contains("Saved VST3 plugin cache"), run.out() + run.errors());
    }

    /**
     * Makes and saves the session.
     *
     * @param type {@code LV2} or {@code VST3}
     * @param plugin the plug-in's name
     * @param preset a factory preset's label, or empty
     * @param values labels and values, {@code "Mix=50;Output=-3"}, or empty
     * @param automation values from frames on, {@code "Mix@48000=50"}, or empty; Ardour's grid has 25 frames
     */
    void make(String type, String plugin, String preset, String values, String automation, float[][] song)
            throws IOException {
        TestHost.Run run = lua().withEnvironment("ARIOSO_STEP", "make").withEnvironment("ARIOSO_TYPE", type)
            .withEnvironment("ARIOSO_PLUGIN", plugin)
            .withEnvironment("ARIOSO_PRESET", preset).withEnvironment("ARIOSO_VALUES", values)
            .withEnvironment("ARIOSO_AUTOMATION", automation).run(SCRIPT).succeeded();
        refuseFailure(run);
        Path sounds = folder.resolve("interchange/song/audiofiles");
        Waves.write(sounds.resolve("in-1.wav"), RATE, song[0]);
        Waves.write(sounds.resolve("in-2.wav"), RATE, song[1]);
        String session = Files.readString(file());
        Files.writeString(file(), withRegion(automationOn(session), song[0].length));
    }

    /** Loads the session anew, and returns the plug-in's values by label. */
    Map<String, Double> reload() {
        TestHost.Run run = lua().withEnvironment("ARIOSO_STEP", "list").run(SCRIPT).succeeded();
        refuseFailure(run);
        Map<String, Double> values = new LinkedHashMap<>();
        Matcher line = Pattern.compile("^parameter\t(.*)\t(.*)$", Pattern.MULTILINE).matcher(run.errors());
        while (line.find()) values.put(line.group(1), Double.valueOf(line.group(2)));
        return values;
    }

    /** Exports the whole session as 32-bit floating point. */
    float[][] export() throws IOException {
        Path file = folder.resolve("export/out.wav");
        TestHost exporter = host("ardour7-export");
        for (int attempt = 1; ; attempt++) {
            TestHost.Run run = exporter.run("-b", "float", "-o", file.toString(), folder.toString(), "song");
            boolean itsOwnCrash = run.exit() == ABORTED && attempt < 4;
            if (!itsOwnCrash) {
                run.succeeded();
                return Waves.read(file);
            }
            System.out.println("Ardour's exporter freed its format twice, as it does without any plug-in; once more");
        }
    }

    private Path file() {
        return folder.resolve("song.ardour");
    }

    private TestHost lua() {
        return host("ardour7-lua").withEnvironment("ARIOSO_SESSION", folder.toString());
    }

    private TestHost host(String command) {
        return TestHost.installed(command).withEnvironment("HOME", home.toString())
            .withEnvironment("LV2_PATH", home.resolve(".lv2").toString()).within(Duration.ofMinutes(2));
    }

    private static void refuseFailure(TestHost.Run run) {
        Matcher failure = Pattern.compile("^.*failed\t(.*)$", Pattern.MULTILINE).matcher(run.errors());
        if (failure.find()) throw new AssertionError("Ardour: " + failure.group(1) + "\n" + run.errors());
    }

    /** Switches every list of plug-in automation on that has points. */
    private static String automationOn(String session) {
        return session.replaceAll("(automation-id=\"parameter-[^>]*) state=\"Off\">", "$1 state=\"Play\">");
    }

    private static String withRegion(String session, int frames) {
        long clocks = frames * CLOCKS_PER_SECOND / RATE;
        String sources = source(1) + source(2);
        String location = "<Location id=\"9020\" name=\"session\" start=\"a0\" end=\"a" + clocks
            + "\" flags=\"IsSessionRange\" locked=\"0\" timestamp=\"0\"/>";
        return session.replace("<Sources/>", "<Sources>" + sources + "</Sources>")
            .replace("<Regions/>", "<Regions>" + region(9010, true, clocks) + "</Regions>")
            .replaceAll("(<Playlist id=\"\\d+\" name=\"song\"[^>]*)/>", "$1>" + region(9011, false, clocks) + "</Playlist>")
            .replace("<Locations/>", "<Locations>" + location + "</Locations>");
    }

    private static String source(int channel) {
        return "<Source name=\"in-" + channel + ".wav\" take-id=\"\" type=\"audio\" flags=\"\" id=\"" + (9000 + channel)
            + "\" natural-position=\"a0\" channel=\"0\" origin=\"\" gain=\"1\"/>";
    }

    private static String region(int id, boolean wholeFile, long clocks) {
        return "<Region name=\"in\" muted=\"0\" opaque=\"1\" locked=\"0\" automatic=\"0\" whole-file=\""
            + (wholeFile ? 1 : 0) + "\" import=\"0\" external=\"0\" sync-marked=\"0\" left-of-split=\"0\""
            + " right-of-split=\"0\" hidden=\"0\" position-locked=\"0\" start=\"a0\" length=\"a" + clocks + "@a0\""
            + " sync-position=\"a0\" stretch=\"1\" shift=\"1\" layering-index=\"0\" fade-in-active=\"0\""
            + " fade-out-active=\"0\" scale-amplitude=\"1\" envelope-active=\"0\" id=\"" + id + "\" type=\"audio\""
            + " first-edit=\"nothing\" source-0=\"9001\" source-1=\"9002\" master-source-0=\"9001\""
            + " master-source-1=\"9002\" channels=\"2\"/>";
    }
}

package io.arioso.bridge.daw;

import io.arioso.bridge.TestHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Qtractor with one track, one clip of sound and one CLAP plug-in, driven by keys and clicks on a screen of its own.
 *
 * <p>It has a JACK server without a sound card and a MIDI sequencer in which nothing happens ({@code silentseq.c}).
 */
final class QtractorSession implements AutoCloseable {
    private static final int RATE = 48_000;
    private static final String DISPLAY = ":93";
    private static final String JACK = "arioso-test";

    private final Path folder;
    private final Deque<Process> running = new ArrayDeque<>();

    /** Writes a session in which the plug-in has a state. */
    QtractorSession(Path folder, Path clap, int index, String name, byte[] state, float[][] song) throws IOException {
        this.folder = Files.createDirectories(folder);
        Waves.write(folder.resolve("song.wav"), RATE, song);
        Files.writeString(session(), xml(clap, index, name, state, song[0].length));
    }

    private Path session() {
        return folder.resolve("song.qtr");
    }

    /** Starts everything and has Qtractor export the session. */
    float[][] export() throws IOException {
        start("Xvfb", DISPLAY, "-screen", "0", "1280x900x24");
        start("jackd", "-n", JACK, "-r", "-d", "dummy", "-r", Integer.toString(RATE), "-p", "1024");
        pause(3_000);
        start("openbox");
        Path sequencer = Path.of("target", "test-hosts", "silentseq.so").toAbsolutePath();
        TestHost.installed("cc").run("-shared", "-fPIC", "-O2", "-o", sequencer.toString(),
            Path.of("src", "test", "c", "silentseq.c").toString()).succeeded();
        start(Map.of("LD_PRELOAD", sequencer.toString()), "qtractor", session().toString());

        String window = window("song[.]qtr");
        pause(3_000);
        keys(window, "alt+t");
        keys(window, "x");
        keys(window, "a");
        String dialog = window("Export Audio Tracks");
        pause(1_000);
        // Places within the dialog of Qtractor 0.9: sample format, the output bus, OK.
        click(dialog, 170, 93);
        xdotool("key", "End", "Return");
        click(dialog, 260, 147);
        click(dialog, 290, 346);
        Path exported = folder.resolve("song-export-1.wav");
        for (int tries = 0; tries < 200 && !(Files.exists(exported) && isFinished(exported)); tries++) pause(200);
        return Waves.read(exported);
    }

    /** Saves the session and returns the plug-in's state in it. */
    byte[] savedState() throws IOException {
        String window = window("song[.]qtr");
        xdotool("key", "Escape");
        keys(window, "ctrl+s");
        pause(2_000);
        Matcher config = Pattern.compile("<config key=\"state\">([^<]*)</config>").matcher(Files.readString(session()));
        if (!config.find()) throw new IOException("Qtractor has saved no state of the plug-in");
        return uncompressed(Base64.getMimeDecoder().decode(config.group(1).strip()));
    }

    private static boolean isFinished(Path file) throws IOException {
        long size = Files.size(file);
        pause(500);
        return size > 1_000 && size == Files.size(file);
    }

    private void start(String... command) throws IOException {
        start(Map.of(), command);
    }

    private void start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(folder.resolve(Path.of(command[0]).getFileName() + ".log").toFile());
        builder.environment().put("DISPLAY", DISPLAY);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JACK_DEFAULT_SERVER", JACK);
        builder.environment().putAll(environment);
        running.push(builder.start());
        pause(500);
    }

    private static String window(String title) {
        for (int tries = 0; tries < 150; tries++) {
            List<String> found = xdotool("search", "--name", title).out().lines().toList();
            if (!found.isEmpty()) return found.get(found.size() - 1);
            pause(200);
        }
        throw new AssertionError("no window " + title + " on " + DISPLAY);
    }

    private static void keys(String window, String key) {
        xdotool("windowactivate", "--sync", window, "key", key);
        pause(700);
    }

    private static void click(String window, int x, int y) {
        xdotool("mousemove", "--window", window, Integer.toString(x), Integer.toString(y), "click", "1");
        pause(700);
    }

    private static TestHost.Run xdotool(String... arguments) {
        return TestHost.installed("xdotool").withEnvironment("DISPLAY", DISPLAY).within(Duration.ofSeconds(20))
            .run(arguments);
    }

    private static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Qt's form of compressed bytes: the length, then a zlib stream. */
    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] uncompressed(byte[] compressed) throws IOException {
        byte[] bytes = new byte[ByteBuffer.wrap(compressed).getInt()];
        Inflater zlib = new Inflater();
        try {
            zlib.setInput(compressed, Integer.BYTES, compressed.length - Integer.BYTES);
            int length = zlib.inflate(bytes);
            if (length != bytes.length) throw new IOException("a state of " + length + " bytes, not " + bytes.length);
            return bytes;
        } catch (DataFormatException damaged) {
            throw new IOException("the saved state is damaged", damaged);
        } finally {
            zlib.end();
        }
    }

    private String xml(Path clap, int index, String name, byte[] state, int frames) throws IOException {
        String config = new String(Base64.getEncoder().encode(compressed(state)), StandardCharsets.US_ASCII);
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE qtractorSession>
            <session name="song" version="Qtractor 0.9.31">
             <properties><directory>%s</directory><sample-rate>%d</sample-rate><tempo>120</tempo>
              <ticks-per-beat>960</ticks-per-beat><beats-per-bar>4</beats-per-bar><beat-divisor>2</beat-divisor></properties>
             <devices><audio-engine><audio-bus name="Master" mode="duplex"><channels>2</channels>
              <input-gain>1</input-gain><output-gain>1</output-gain></audio-bus></audio-engine></devices>
             <tracks><track name="song" type="audio">
              <properties><input-bus>Master</input-bus><output-bus>Master</output-bus></properties>
              <state><mute>0</mute><solo>0</solo><record>0</record><monitor>0</monitor><gain>1</gain><panning>0</panning></state>
              <clips><clip name="song">
               <properties><start>0</start><offset>0</offset><length>%d</length><gain>1</gain><panning>0</panning></properties>
               <audio-clip><filename>song.wav</filename><time-stretch>1</time-stretch><pitch-shift>1</pitch-shift></audio-clip>
              </clip></clips>
              <plugins><plugin type="CLAP"><filename>%s</filename><index>%d</index><label>%s</label><activated>1</activated>
               <configs><config key="state">%s</config></configs><params/></plugin></plugins>
             </track></tracks>
            </session>
            """.formatted(folder, RATE, frames, clap, index, name, config);
    }

    @Override
    public void close() {
        for (Process process : running) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

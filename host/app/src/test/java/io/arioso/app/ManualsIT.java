package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command that an effect's manual shows runs in the packaged program, in the order of the page. */
class ManualsIT {
    private static final Path PLUGINS = Path.of(System.getProperty("basedir", ".")).resolve("../../plugins");
    private static final Pattern WAVE = Pattern.compile("(-o )?([\\w-]+\\.wav)");
    private static final int LEAST_EXAMPLES = 3;
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyManualsCommandsRun() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: commands of the manuals (there is no /bin/sh)");
        try (Stream<Path> effects = Files.list(PLUGINS)) {
            List<Path> manuals = effects.filter(effect -> Files.exists(effect.resolve("pom.xml"))).sorted().toList();
            assertEquals(6, manuals.size());
            return manuals.stream().map(effect -> DynamicTest.dynamicTest(effect.getFileName().toString(), () -> runAll(effect)));
        }
    }

    private void runAll(Path effect) throws Exception {
        List<String> commands = commands(effect.resolve("README.md"));
        assertTrue(commands.size() >= LEAST_EXAMPLES, effect + ": " + commands.size() + " examples");
        Path place = Files.createDirectories(folder.resolve(effect.getFileName()));
        for (String command : commands) {
            provide(command, place);
            run(command, place);
        }
    }

    /** Commands of the code blocks, continued lines joined, comments left out. */
    private static List<String> commands(Path manual) throws IOException {
        List<String> commands = new ArrayList<>();
        for (String line : Files.readString(manual).replaceAll("\\\\\\R\\s*", " ").lines().toList())
            if (line.startsWith("arioso ")) commands.add(line);
        return commands;
    }

    /** Makes the audio that a command reads; what an earlier command wrote stays. */
    private static void provide(String command, Path place) throws IOException {
        Matcher names = WAVE.matcher(command);
        while (names.find()) {
            Path file = place.resolve(names.group(2));
            if (names.group(1) == null && !Files.exists(file)) writeNoise(file);
            else if (names.group(1) != null) Files.deleteIfExists(file);
        }
    }

    /** A second and a half that dies away: it serves as a song and as a room. */
    private static void writeNoise(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        float[][] noise = new float[2][RATE * 3 / 2];
        for (float[] channel : noise)
            for (int i = 0; i < channel.length; i++)
                channel[i] = (float) (0.3 * (random.nextDouble() - 0.5) * (1 - (double) i / channel.length));
        try (AudioWriter writer = AudioFiles.create(file, new AudioSpec(FileType.WAV, SampleFormat.INT24, 2, RATE), true)) {
            writer.write(noise, 0, noise[0].length);
            writer.commit();
        }
    }

    private static void run(String command, Path place) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).directory(place.toFile())
            .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("ARIOSO_JAVA_HOME");
        builder.environment().put("XDG_DATA_HOME", place.resolve("data").toString());
        builder.environment().put("XDG_CACHE_HOME", place.resolve("cache").toString());
        builder.environment().merge("PATH", System.getProperty("arioso.home") + "/bin", (path, bin) -> bin + ":" + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String talk = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running: " + command);
        assertEquals(0, process.exitValue(), command + "\n" + talk);
    }
}

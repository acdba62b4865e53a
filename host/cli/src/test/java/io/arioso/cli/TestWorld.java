package io.arioso.cli;

import io.arioso.cli.effects.Breaker;
import io.arioso.cli.effects.ClipLimiter;
import io.arioso.cli.effects.CutEq;
import io.arioso.cli.effects.KeyedCompressor;
import io.arioso.cli.effects.SongDelay;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.document.DocumentException;
import io.arioso.host.document.Json;
import io.arioso.host.document.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder with an installed program, its effects and some audio, in which commands are run inside this process. */
final class TestWorld {
    static final int RATE = 48_000;

    final Path folder;
    final Path plugins;
    final Map<String, String> variables = new HashMap<>();

    TestWorld(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("work"));
        Path program = root.resolve("program");
        plugins = Files.createDirectories(program.resolve("plugins"));
        distribution = program;
        jar(plugins.resolve("eq.jar"), CutEq.class);
        jar(plugins.resolve("limiter.jar"), ClipLimiter.class);
        variables.put("HOME", root.resolve("home").toString());
        variables.put("XDG_DATA_HOME", root.resolve("home").resolve("data").toString());
        variables.put("XDG_CACHE_HOME", root.resolve("home").resolve("cache").toString());
    }

    private final Path distribution;

    /** What a command left behind. */
    record Result(int code, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonValue json() throws DocumentException {
            return Json.parse("standard output", bytes);
        }
    }

    Result run(String... args) {
        return run(InputStream.nullInputStream(), shell -> shell, args);
    }

    Result run(InputStream in, UnaryOperator<Shell> change, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = change.apply(Shell.of(in, out, err, variables).inFolder(folder).distributedIn(distribution));
        int code = Main.run(args, shell);
        return new Result(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command line as a POSIX shell would: quotes, pipes, {@code <}, {@code >} and stars. */
    Result type(String line) throws IOException {
        byte[] piped = new byte[0];
        Result result = null;
        for (CommandLineText.Call call : CommandLineText.parse(line, folder)) {
            InputStream in = call.input() == null ? new ByteArrayInputStream(piped)
                : Files.newInputStream(call.input());
            result = run(in, shell -> shell, call.args().toArray(String[]::new));
            if (result.code() != 0) return result;
            if (call.output() != null) Files.write(call.output(), result.bytes());
            piped = result.bytes();
        }
        return result;
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    /** Writes a stereo sine of 997 Hz at a peak in decibels; -infinity is silence. */
    Path sine(String name, double seconds, double peakDb) throws IOException {
        float[][] audio = new float[2][(int) (seconds * RATE)];
        double peak = Math.pow(10, peakDb / 20);
        for (int frame = 0; frame < audio[0].length; frame++)
            audio[0][frame] = audio[1][frame] = (float) (peak * Math.sin(2 * Math.PI * 997 * frame / RATE));
        return write(name, audio, SampleFormat.INT24);
    }

    Path write(String name, float[][] audio, SampleFormat format) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        AudioSpec spec = new AudioSpec(FileType.WAV, format, audio.length, RATE);
        try (AudioWriter writer = AudioFiles.create(file, spec, true)) {
            writer.write(audio, 0, audio[0].length);
            writer.commit();
        }
        return file;
    }

    /** A jar with the effect that fails. */
    Path breaker(Path file) throws IOException {
        return jar(file, Breaker.class);
    }

    /** A jar with a good effect. */
    Path effect(Path file) throws IOException {
        return jar(file, CutEq.class);
    }

    /** Installs an effect with a side-chain and one that follows the song. */
    void installMore() throws IOException {
        jar(plugins.resolve("compressor.jar"), KeyedCompressor.class);
        jar(plugins.resolve("delay.jar"), SongDelay.class);
    }

    /** Puts a class and its nested classes, as the build compiled them, into a jar of their own. */
    private static Path jar(Path file, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/');
        String location = type.getProtectionDomain().getCodeSource().getLocation().toString();
        Path classes = Path.of(URI.create(location));
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> siblings = Files.list(classes.resolve(name).getParent())) {
            for (Path sibling : siblings.sorted().toList()) {
                String entry = classes.relativize(sibling).toString();
                if (!entry.equals(name + ".class") && !entry.startsWith(name + "$")) continue;
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(Files.readAllBytes(sibling));
                zip.closeEntry();
            }
        }
        return file;
    }
}

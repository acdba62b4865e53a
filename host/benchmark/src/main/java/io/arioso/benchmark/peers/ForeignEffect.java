package io.arioso.benchmark.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A peer, run by another program that reads one WAV file and writes another. */
record ForeignEffect(List<String> command) implements Contender {
    private static final String INPUT = "{in}";
    private static final String OUTPUT = "{out}";
    private static final int LONGEST_SECONDS = 300;

    /** A filter of ffmpeg; LV2 plug-ins go by {@code lv2=p=URI:c=symbol=value|…}, see {@link #lv2}. */
    static ForeignEffect ffmpeg(String filter) {
        return new ForeignEffect(List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-i", INPUT,
            "-af", filter, "-c:a", "pcm_f32le", OUTPUT));
    }

    /** An LV2 plug-in in ffmpeg's filter. */
    static ForeignEffect lv2(String uri, String... controls) {
        String settings = controls.length == 0 ? "" : ":c=" + String.join("|", controls);
        return ffmpeg("lv2=p=" + uri.replace(":", "\\\\:") + settings);
    }

    /** An LV2 plug-in in our own small host, for those that ffmpeg's filter cannot run. */
    static ForeignEffect lv2time(String uri, String... controls) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("lv2time", "lv2time"), "-b", "256", "-o", OUTPUT,
            INPUT, uri));
        command.addAll(List.of(controls));
        return new ForeignEffect(command);
    }

    @Override
    public float[][] render(float[][] signal) throws IOException {
        Path folder = Files.createTempDirectory("peers");
        Path in = folder.resolve("in.wav");
        Path out = folder.resolve("out.wav");
        try {
            FloatWave.write(in, signal);
            run(command.stream().map(word -> word.replace(INPUT, in.toString()).replace(OUTPUT, out.toString())).toList());
            return FloatWave.read(out, signal[0].length);
        } finally {
            Files.deleteIfExists(in);
            Files.deleteIfExists(out);
            Files.delete(folder);
        }
    }

    private static void run(List<String> words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream talk = process.getInputStream()) {
            String said = new String(talk.readAllBytes());
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0)
                throw new IOException(said.isBlank() ? words.get(0) + " failed" : said.lines().findFirst().orElse(""));
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw new IOException("interrupted", interrupted);
        }
    }
}

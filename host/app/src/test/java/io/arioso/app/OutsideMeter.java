package io.arioso.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ffmpeg's ebur128 reads from a file. */
record OutsideMeter(double lufs, double truePeakDb) {

    static boolean installed() {
        try {
            return new ProcessBuilder("ffmpeg", "-version").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static OutsideMeter read(Path file) throws IOException {
        Process process = new ProcessBuilder("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", file.toString(), "-af",
            "ebur128=peak=true:framelog=verbose", "-f", "null", "-").redirectErrorStream(true).start();
        String talk = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String summary = talk.substring(talk.lastIndexOf("Summary:"));
        return new OutsideMeter(number(summary, "I:\\s+(\\S+) LUFS"), number(summary, "Peak:\\s+(\\S+) dBFS"));
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) throw new AssertionError(pattern + " is not in " + text);
        String figure = matcher.group(1);
        return figure.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(figure);
    }
}

package io.arioso.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The little of a POSIX shell's grammar that examples use. */
final class CommandLineText {
    private CommandLineText() {
    }

    /** One command of a pipe. */
    record Call(List<String> args, Path input, Path output) {
    }

    private record Word(String text, boolean quoted) {
        boolean is(String sign) {
            return !quoted && text.equals(sign);
        }
    }

    static List<Call> parse(String line, Path folder) throws IOException {
        List<Call> calls = new ArrayList<>();
        List<Word> words = words(line);
        int start = 0;
        for (int at = 0; at <= words.size(); at++) {
            if (at < words.size() && !words.get(at).is("|")) continue;
            calls.add(call(words.subList(start, at), folder));
            start = at + 1;
        }
        return calls;
    }

    private static Call call(List<Word> words, Path folder) throws IOException {
        if (!words.get(0).is("arioso"))
            throw new IllegalArgumentException("not a command of ours: " + words.get(0).text());
        List<String> args = new ArrayList<>();
        Path input = null;
        Path output = null;
        for (int at = 1; at < words.size(); at++) {
            Word word = words.get(at);
            if (word.is("<")) input = folder.resolve(words.get(++at).text());
            else if (word.is(">")) output = folder.resolve(words.get(++at).text());
            else if (!word.quoted() && word.text().indexOf('*') >= 0) args.addAll(expand(word.text(), folder));
            else args.add(word.text());
        }
        return new Call(args, input, output);
    }

    private static List<String> expand(String pattern, Path folder) throws IOException {
        int slash = pattern.lastIndexOf('/');
        String parent = slash < 0 ? "" : pattern.substring(0, slash + 1);
        List<String> names = new ArrayList<>();
        String stars = pattern.substring(slash + 1);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(parent), stars)) {
            for (Path file : files) names.add(parent + file.getFileName());
        }
        if (names.isEmpty()) throw new IllegalArgumentException(pattern + " matches nothing");
        names.sort(null);
        return names;
    }

    private static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inside = false;
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '"') {
                inside = !inside;
                quoted = true;
            } else if (inside || !Character.isWhitespace(c)) {
                word.append(c);
            } else if (quoted || !word.isEmpty()) {
                words.add(new Word(word.toString(), quoted));
                word.setLength(0);
                quoted = false;
            }
        }
        return words;
    }
}

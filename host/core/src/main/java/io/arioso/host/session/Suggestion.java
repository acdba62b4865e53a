package io.arioso.host.session;

import java.util.Collection;
import java.util.Locale;

/** Finds the word that a user most likely meant. */
public final class Suggestion {
    private Suggestion() {
    }

    /** Half a sentence such as {@code ; did you mean "gain"?}, or nothing if no candidate is near. [any-thread] */
    public static String forTypo(String typed, Collection<String> candidates) {
        String best = "";
        int least = 1 + Math.max(1, typed.length() / 3);
        for (String candidate : candidates) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : "; did you mean \"" + best + "\"?";
    }

    /** Insertions, deletions and replacements that lead from one word to the other (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

package io.arioso.host.session;

import io.arioso.host.plugin.EditDistance;
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
            int distance = EditDistance.between(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "" : "; did you mean \"" + best + "\"?";
    }
}

package io.arioso.host.plugin;

/**
 * How far apart two spellings are: insertions, deletions and replacements that lead from one to the other (Levenshtein
 * 1966).
 */
public final class EditDistance {
    private EditDistance() {
    }

    /** The distance, 0 for equal texts. [any-thread] */
    public static int between(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}

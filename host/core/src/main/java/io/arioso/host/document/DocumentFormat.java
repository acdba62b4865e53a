package io.arioso.host.document;

/**
 * The head of every document: which kind of document it is, and of which version.
 *
 * <p>The version rises only when an older Arioso would misread the file; members that are merely new are kept by it.
 *
 * @param name value of the member {@code format}
 * @param version value of the member {@code formatVersion} that this Arioso reads and writes
 */
public record DocumentFormat(String name, int version) {

    /** Writes both members into the object that was begun. */
    public void writeTo(JsonWriter out) {
        out.field("format", name).field("formatVersion", version);
    }

    /**
     * Refuses documents of another kind and of a newer version.
     *
     * @throws DocumentException saying what it is instead
     */
    public void check(JsonValue document) throws DocumentException {
        JsonValue format = document.get("format");
        if (!name.equals(format.text()))
            throw format.fault("expected the format \"" + name + "\", found \"" + format.text() + "\"");
        JsonValue written = document.get("formatVersion");
        int found = written.integer();
        if (found < 1) throw written.fault("expected a format version of 1 or more, found " + found);
        if (found > version)
            throw written.fault("was written by a newer Arioso (format " + found + "); this one reads " + version);
    }
}

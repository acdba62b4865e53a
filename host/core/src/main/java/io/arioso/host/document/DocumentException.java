package io.arioso.host.document;

import java.io.IOException;

/** A document that cannot be read: says which file, where in it, and what was expected there. */
public final class DocumentException extends IOException {
    private static final long serialVersionUID = 1;

    private final String source;
    private final int line;
    private final int column;
    private final String reason;

    /** A fault at a place in a document; line and column count from 1. */
    public DocumentException(String source, int line, int column, String reason) {
        super(source + ", line " + line + ", column " + column + ": " + reason);
        this.source = source;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** A fault of a document as a whole; line and column are 0. */
    public DocumentException(String source, String reason) {
        super(source + ": " + reason);
        this.source = source;
        this.line = 0;
        this.column = 0;
        this.reason = reason;
    }

    /** The same fault with a further sentence. */
    DocumentException with(String sentence) {
        return line == 0 ? new DocumentException(source, reason + sentence)
            : new DocumentException(source, line, column, reason + sentence);
    }

    /** Name of the document, usually its file. */
    public String source() {
        return source;
    }

    /** Line of the fault from 1; 0 for the document as a whole. */
    public int line() {
        return line;
    }

    /** Character of the fault in its line from 1; 0 for the document as a whole. */
    public int column() {
        return column;
    }
}

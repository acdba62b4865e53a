package io.arioso.host.session;

/** A chain that cannot be read or built; the message names the slot, the thing, its value and its bound. */
public final class ChainException extends Exception {
    private static final long serialVersionUID = 1;

    private final int column;

    /** A fault of a chain as a whole. */
    public ChainException(String message) {
        super(message);
        column = 0;
    }

    /** A fault at a character of a typed chain, counted from 1. */
    public ChainException(String message, int column) {
        super(message + " (column " + column + ")");
        this.column = column;
    }

    /** A fault of a chain as a whole with its cause. */
    public ChainException(String message, Throwable cause) {
        super(message, cause);
        column = 0;
    }

    /** A fault at a character of a typed chain with its cause. */
    public ChainException(String message, int column, Throwable cause) {
        super(column == 0 ? message : message + " (column " + column + ")", cause);
        this.column = column;
    }

    /** The character of the typed chain at which the fault is, from 1; 0 if there is none. */
    public int column() {
        return column;
    }
}

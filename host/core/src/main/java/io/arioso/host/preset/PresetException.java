package io.arioso.host.preset;

/** A preset that is not there or cannot be read; the message says which and why. */
public final class PresetException extends Exception {
    private static final long serialVersionUID = 1;

    /** A fault in words for the user. */
    public PresetException(String message) {
        super(message);
    }

    /** A fault with its cause. */
    public PresetException(String message, Throwable cause) {
        super(message, cause);
    }
}

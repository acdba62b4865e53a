package io.arioso.host.audiofile;

import java.io.IOException;

/**
 * An audio file that cannot be read or written for what it is or shall be, not for a failing disk. The message is a
 * sentence for the user: file, thing, value and bound.
 */
public class AudioFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** An exception with a sentence for the user. */
    public AudioFileException(String message) {
        super(message);
    }

    /** An exception with a sentence for the user and what led to it. */
    public AudioFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

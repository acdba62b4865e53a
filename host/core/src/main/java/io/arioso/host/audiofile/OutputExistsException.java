package io.arioso.host.audiofile;

/** A file that was to be written is already there, or is the very file that is being read. Nothing was changed. */
public class OutputExistsException extends AudioFileException {
    private static final long serialVersionUID = 1;

    /** An exception with a sentence for the user. */
    public OutputExistsException(String message) {
        super(message);
    }
}

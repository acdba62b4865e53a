package io.arioso.host.link;

import java.io.IOException;

/** The other side sent what is not of this protocol; the message says what and where. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1;

    /** A fault in words for a log. */
    public LinkException(String message) {
        super(message);
    }
}

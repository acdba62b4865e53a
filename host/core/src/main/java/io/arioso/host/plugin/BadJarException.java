package io.arioso.host.plugin;

/** A jar, or a plug-in in it, that the host refuses; the message is the reason shown to users. */
final class BadJarException extends Exception {
    BadJarException(String reason) {
        super(reason);
    }
}

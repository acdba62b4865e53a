package io.arioso.host.plugin;

import java.lang.reflect.InvocationTargetException;

/** The words for a plug-in's exception, whose own methods may fail, loop or return a megabyte. */
final class FaultText {
    private static final int MAX_LENGTH = 300;
    private static final int MAX_WRAPPERS = 5;

    private FaultText() {
    }

    /** Class and message of what was really thrown, safe to show. Runs the plug-in's {@code getMessage}. */
    static String of(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_WRAPPERS && isWrapper(cause) && cause.getCause() != null; i++) cause = cause.getCause();
        String type = cause.getClass().getName();
        String message = message(cause);
        return DisplayText.escape(message == null ? type : type + ": " + message, MAX_LENGTH);
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
    }

    private static String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable hostile) {
            return "its getMessage() fails with " + hostile.getClass().getName();
        }
    }
}

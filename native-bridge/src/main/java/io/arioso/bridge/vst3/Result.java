package io.arioso.bridge.vst3;

/** What a VST3 function returns. */
final class Result {
    static final int OK = 0;
    static final int FALSE = 1;
    static final int INVALID_ARGUMENT = 2;
    static final int INTERNAL_ERROR = 4;
    static final int NOT_INITIALIZED = 5;

    private Result() {
    }
}

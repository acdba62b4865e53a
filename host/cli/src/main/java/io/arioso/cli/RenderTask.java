package io.arioso.cli;

/**
 * One file to be rendered, as typed.
 *
 * @param input a path, or {@code -}
 * @param output a path, or {@code -}
 */
record RenderTask(String input, String output) {
    static final String PIPE = "-";

    boolean fromPipe() {
        return input.equals(PIPE);
    }

    boolean toPipe() {
        return output.equals(PIPE);
    }
}

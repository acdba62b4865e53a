package io.arioso.host.graph;

/** Says which plug-in could not be prepared and why; holds text only, so that no plug-in class leaks. */
public final class PlanException extends Exception {
    private static final long serialVersionUID = 1;

    PlanException(Node node, Throwable cause) {
        super(node.name() + " cannot be prepared: " + describe(cause));
    }

    private static String describe(Throwable cause) {
        try {
            return cause instanceof IllegalArgumentException && cause.getMessage() != null ? cause.getMessage()
                : cause.getClass().getName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        } catch (Throwable hostile) {
            return cause.getClass().getName();
        }
    }
}

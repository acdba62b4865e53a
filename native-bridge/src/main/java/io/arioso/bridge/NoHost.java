package io.arioso.bridge;

/** Stands in for the DAW until it is there. */
final class NoHost implements BridgeHost {
    static final NoHost INSTANCE = new NoHost();

    private NoHost() {
    }

    @Override
    public void latencyChanged() {
    }

    @Override
    public boolean latencyMayChangeWhileActive() {
        return false;
    }

    @Override
    public void parametersChanged() {
    }

    @Override
    public void editsWaiting() {
    }

    @Override
    public void close() {
    }
}

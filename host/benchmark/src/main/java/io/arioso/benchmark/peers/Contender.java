package io.arioso.benchmark.peers;

import java.io.IOException;

/** An effect at fixed settings, ours or a peer's. */
interface Contender {
    /**
     * Renders a signal at 48 kHz.
     *
     * @param signal left and right; left as it is
     * @return left and right, as long as the signal, latency included
     * @throws IOException if the peer is not installed or fails
     */
    float[][] render(float[][] signal) throws IOException;
}

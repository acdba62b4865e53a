package io.arioso.plugins.reverb;

import io.arioso.sdk.ProcessSetup;

/** The five algorithmic modes. */
final class RoomEngine implements ReverbEngine {
    RoomEngine(Reverb effect, ProcessSetup setup) {
    }

    @Override
    public void follow() {
    }

    @Override
    public void process(float[][] planes, int frames) {
    }

    @Override
    public void reset() {
    }

    @Override
    public long tailFrames() {
        return 0;
    }
}

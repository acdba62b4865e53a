package io.arioso.runtime;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.HostRequests;

/**
 * What a host decides when it prepares a plug-in.
 *
 * @param sampleRate frames per second, above 0
 * @param maxFrames longest block in frames, 1 or more; a longer one is cut
 * @param layout channels of the main bus and of the side-chain
 * @param offline whether nobody waits for the result
 * @param host where the processor's requests go
 * @param probe counts what the processor allocates; {@link AllocationProbe#NONE} to leave it
 */
public record RunnerSettings(double sampleRate, int maxFrames, BusLayout layout, boolean offline, HostRequests host,
                             AllocationProbe probe) {
    /** Checks the bounds. */
    public RunnerSettings {
        if (!(sampleRate >= 1 && sampleRate <= 10_000_000))
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1..10,000,000 Hz");
        if (maxFrames < 1 || maxFrames > 1 << 24)
            throw new IllegalArgumentException("block: " + maxFrames + " frames is outside 1..16,777,216");
    }

    /** Live settings of a host that ignores requests and does not count allocation. */
    public static RunnerSettings of(double sampleRate, int maxFrames, BusLayout layout) {
        return new RunnerSettings(sampleRate, maxFrames, layout, false, HostRequests.NONE, AllocationProbe.NONE);
    }

    /** The same, offline or live. */
    public RunnerSettings withOffline(boolean nowOffline) {
        return new RunnerSettings(sampleRate, maxFrames, layout, nowOffline, host, probe);
    }

    /** The same, with another place for requests. */
    public RunnerSettings withHost(HostRequests newHost) {
        return new RunnerSettings(sampleRate, maxFrames, layout, offline, newHost, probe);
    }

    /** The same, with another allocation counter. */
    public RunnerSettings withProbe(AllocationProbe newProbe) {
        return new RunnerSettings(sampleRate, maxFrames, layout, offline, host, newProbe);
    }
}

package io.arioso.sdk;

/** What a processor may ask of its host. Wait-free; the host answers later, on its main thread. */
public interface HostRequests {
    /** A host that ignores every request. */
    HostRequests NONE = () -> { };

    /** Asks to be prepared anew, because latency or memory must change. [any-thread] */
    void requestRestart();
}

package io.arioso.bridge.vst3;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Tells DAWs that give no timer what has changed.
 *
 * <p>The main thread is at hand only inside the DAW's own calls, and there Ardour 7 holds the lock that
 * {@code restartComponent} takes: it would wait for itself for ever. A thread of ours waits until the call is over.
 */
final class Announcer {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "arioso vst3");
        thread.setDaemon(true);
        return thread;
    });

    private Announcer() {
    }

    /** Has it told soon. [any-thread] */
    static void soon(Runnable news) {
        THREAD.execute(news);
    }
}

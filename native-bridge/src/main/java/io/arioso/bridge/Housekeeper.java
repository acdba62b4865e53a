package io.arioso.bridge;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The bridge's own thread: does 50 times a second what the audio thread has asked for and may not do itself. It sleeps
 * while no instance is open.
 */
final class Housekeeper {
    private static final System.Logger LOGGER = System.getLogger(Housekeeper.class.getName());
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final List<Runnable> duties = new CopyOnWriteArrayList<>();
    private Thread thread;

    /** Has a duty done from now on. [any-thread but audio] */
    synchronized void add(Runnable duty) {
        duties.add(duty);
        if (thread == null) {
            thread = new Thread(this::work, "arioso bridge");
            thread.setDaemon(true);
            thread.start();
        }
        if (duties.size() == 1) LockSupport.unpark(thread);
    }

    /** Has a duty done no more; it may be under way still. [any-thread but audio] */
    void remove(Runnable duty) {
        duties.remove(duty);
    }

    private void work() {
        while (true) {
            if (duties.isEmpty()) LockSupport.park(this);
            for (Runnable duty : duties) attempt(duty);
            LockSupport.parkNanos(this, PERIOD_NANOS);
            Thread.interrupted(); // a plug-in that interrupts every thread it finds must not keep this one from resting
        }
    }

    private void attempt(Runnable duty) {
        try {
            duty.run();
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "{0}", String.valueOf(failure));
        }
    }
}

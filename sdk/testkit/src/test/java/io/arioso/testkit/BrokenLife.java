package io.arioso.testkit;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import java.util.concurrent.atomic.AtomicInteger;

/** Plug-ins with one flaw each: they are declared, made, prepared or closed badly. */
final class BrokenLife {
    private BrokenLife() {
    }

    /** V1: nothing says who it is. */
    public static final class Anonymous extends Sound {
    }

    /** V2: no host can make one. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class HiddenConstructor extends Sound {
        HiddenConstructor() {
        }
    }

    /** V7: more than 50 living instances are too many. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class AtMostFifty extends Sound {
        private static final AtomicInteger LIVING = new AtomicInteger();

        /** Counts. */
        public AtMostFifty() {
            if (LIVING.incrementAndGet() <= 50) return;
            LIVING.decrementAndGet();
            throw new IllegalStateException("instances: 51 is above 50");
        }

        @Override
        public void close() {
            LIVING.decrementAndGet();
        }
    }

    /** V16: an odd rate is a crash instead of a refusal. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class OnlyUsualRates extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            if (setup.sampleRate() < 8000) throw new IllegalStateException();
            return super.prepare(setup);
        }
    }

    /** V50: the 60th preparation fails. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class WearsOut extends Sound {
        private int prepared;

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            if (++prepared == 60) throw new IllegalStateException("preparations: 60 is above 59");
            return super.prepare(setup);
        }
    }

    /** V69: a thread goes on after close. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class LeavesAThread extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            Thread thread = new Thread(() -> {
                try {
                    Thread.sleep(3000);
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
            }, "left behind");
            thread.setDaemon(true);
            thread.start();
            return super.prepare(setup);
        }
    }

    /** V71: a system property changes with every preparation. */
    @PluginInfo(id = "com.example.broken", name = "Broken", vendor = "Example", version = "1.0.0")
    public static final class SetsAProperty extends Sound {
        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            System.setProperty("com.example.broken", Integer.toString(Integer.getInteger("com.example.broken", 0) + 1));
            return super.prepare(setup);
        }
    }
}

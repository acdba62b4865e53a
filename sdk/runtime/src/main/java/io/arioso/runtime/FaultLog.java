package io.arioso.runtime;

import java.util.ArrayList;
import java.util.List;

/** Counts faults on the audio thread and shows them to others; keeps text, never the exception. */
final class FaultLog {
    private final Entry[] entries = new Entry[Fault.Kind.values().length];

    FaultLog() {
        for (int i = 0; i < entries.length; i++) entries[i] = new Entry();
    }

    void count(Fault.Kind kind, long frame, Throwable cause) {
        Entry entry = entries[kind.ordinal()];
        if (entry.blocks == 0) entry.begin(frame, cause == null ? "" : describe(cause));
        entry.blocks++;
    }

    void count(Fault.Kind kind, long frame, String detail) {
        Entry entry = entries[kind.ordinal()];
        if (entry.blocks == 0) entry.begin(frame, detail);
        entry.blocks++;
    }

    boolean isEmpty(Fault.Kind kind) {
        return entries[kind.ordinal()].blocks == 0;
    }

    void giveUp(Fault.Kind kind) {
        entries[kind.ordinal()].givenUp = true;
    }

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Fault.Kind kind : Fault.Kind.values()) {
            Entry entry = entries[kind.ordinal()];
            if (entry.blocks > 0)
                faults.add(new Fault(kind, entry.blocks, entry.firstFrame, entry.detail, entry.givenUp));
        }
        return faults;
    }

    /** The class and message of an exception whose own methods may fail. */
    static String describe(Throwable cause) {
        String type = cause.getClass().getName();
        try {
            String message = cause.getMessage();
            return message == null ? type : type + ": " + message;
        } catch (Throwable hostile) {
            return type;
        }
    }

    private static final class Entry {
        private volatile long blocks;
        private volatile long firstFrame;
        private volatile String detail = "";
        private volatile boolean givenUp;

        void begin(long frame, String text) {
            firstFrame = frame;
            detail = text;
        }
    }
}

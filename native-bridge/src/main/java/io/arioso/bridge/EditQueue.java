package io.arioso.bridge;

/** What the user does in the editor, on its way to the DAW. Any thread adds; one thread takes. */
public final class EditQueue {

    /** Takes the edits out in the order in which they came. */
    public interface Taker {
        /**
         * One edit.
         *
         * @param kind as in {@link AudioBlock}: value, begin, end
         * @param index place in {@link BridgedPlugin#parameters}
         * @param plain the value, for {@link AudioBlock#VALUE}
         * @return false if it cannot be taken now; it is offered again next time
         */
        boolean take(int kind, int index, double plain);
    }

    /** Hands the waiting edits on until one is not taken. Allocates nothing. [one thread, may be audio] */
    public void drain(Taker taker) {
        throw new UnsupportedOperationException("not there yet");
    }

    /** Whether there is anything to take. [any-thread] */
    public boolean isEmpty() {
        return true;
    }
}

package io.arioso.sdk.event;

import io.arioso.sdk.parameter.Parameter;

/**
 * Parameter changes in order of their frames. [audio-thread]
 *
 * <p>Read by index so that nothing is allocated.
 */
public interface EventList {
    /** A list without events. */
    EventList NONE = new EventList() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public int frame(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public Parameter parameter(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public double plain(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    };

    /** Number of events, 0 or more. */
    int size();

    /** Frame from the start of the block at which the event takes effect; never falls from one event to the next. */
    int frame(int index);

    /** The parameter that changes. */
    Parameter parameter(int index);

    /** Its new plain value. */
    double plain(int index);
}

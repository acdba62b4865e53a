package io.arioso.bridge.screen;

import io.arioso.host.link.LinkMessage.Setting;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** The latest plain values that came from outside, by number: the link puts them in, the view looks at frame rate. */
final class ArrivedValues {
    private final AtomicLongArray bits;

    /** Begins with what an editor opens with. */
    ArrivedValues(List<Setting> settings) {
        bits = new AtomicLongArray(settings.size());
        for (int number = 0; number < settings.size(); number++) put(number, settings.get(number).plain());
    }

    /** Takes a value in; an unknown number is ignored. [any-thread] */
    void put(int number, double plain) {
        if (number >= 0 && number < bits.length()) bits.set(number, Double.doubleToLongBits(plain));
    }

    /** The latest value. [any-thread] */
    double get(int number) {
        return Double.longBitsToDouble(bits.get(number));
    }
}

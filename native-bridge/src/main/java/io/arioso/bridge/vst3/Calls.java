package io.arioso.bridge.vst3;

import com.sun.jna.Callback;

/** The shapes of the functions that C calls; handles first, pointers as {@code long}. */
final class Calls {
    private Calls() {
    }

    interface Plain extends Callback {
        int call(int handle);
    }

    interface Idle extends Callback {
        void call(int handle);
    }

    interface WithPointer extends Callback {
        int call(int handle, long pointer);
    }

    interface WithIndex extends Callback {
        int call(int handle, int index, long target);
    }

    interface WithTwoPointers extends Callback {
        int call(int handle, long first, long second);
    }

    interface Supports extends Callback {
        int call(int handle, int channels, int sidechainChannels);
    }

    interface ToText extends Callback {
        int call(int handle, int key, double normalized, long text);
    }

    interface FromText extends Callback {
        int call(int handle, int key, long text, long normalized);
    }

    interface Mapping extends Callback {
        double call(int handle, int key, double value);
    }

    interface Getter extends Callback {
        double call(int handle, int key);
    }

    interface Setter extends Callback {
        int call(int handle, int key, double value);
    }

    interface Scale extends Callback {
        int call(int handle, long view, double factor);
    }
}

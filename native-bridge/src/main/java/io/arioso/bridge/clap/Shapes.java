package io.arioso.bridge.clap;

import com.sun.jna.Callback;

/**
 * The shapes of CLAP's main-thread functions, named by what follows the plug-in's pointer. A C pointer is a
 * {@code long}, a C {@code bool} that comes in a {@code byte}; each answers with 0 for no and 1 for yes, or with a
 * number, and whoever expects nothing takes no notice. Only primitive types, which JNA hands on directly.
 */
final class Shapes {
    private Shapes() {
    }

    interface Nothing extends Callback {
        int call(long plugin);
    }

    interface Address extends Callback {
        int call(long plugin, long address);
    }

    interface TwoAddresses extends Callback {
        int call(long plugin, long first, long second);
    }

    interface Number extends Callback {
        int call(long plugin, int number);
    }

    interface NumberAndAddress extends Callback {
        int call(long plugin, int number, long address);
    }

    interface AddressAndNumber extends Callback {
        int call(long plugin, long address, int number);
    }

    interface AddressAndBool extends Callback {
        int call(long plugin, long address, byte yes);
    }

    interface Scale extends Callback {
        int call(long plugin, double factor);
    }

    interface Size extends Callback {
        int call(long plugin, int width, int height);
    }

    interface ValueToText extends Callback {
        int call(long plugin, int key, double value, long text, int capacity);
    }

    interface TextToValue extends Callback {
        int call(long plugin, int key, long text, long value);
    }
}

package io.arioso.bridge;

import io.arioso.bridge.bundle.BundleTable;

/** The effects of this bundle, by id. */
final class BundledEffects {
    BundledEffects(BundleTable table) {
    }

    /** Makes an instance. [main-thread] */
    BridgedPlugin open(String id, EventValues values) {
        throw new UnsupportedOperationException("not there yet");
    }
}

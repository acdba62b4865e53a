package io.arioso.sdk.state;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole state of a plug-in: plain values by id, and named blobs for what is not a number. Immutable; ids are
 * sorted, so equal states are written as equal bytes.
 */
public final class PluginState {
    private final String version;
    private final SortedMap<String, StateValue> values;
    private final SortedMap<String, byte[]> blobs;

    private PluginState(Builder builder) {
        version = builder.version;
        values = Collections.unmodifiableSortedMap(new TreeMap<>(builder.values));
        blobs = new TreeMap<>(builder.blobs);
    }

    /** Starts a state that was saved by the given version of the plug-in. */
    public static Builder builder(String version) {
        return new Builder(version);
    }

    /** Starts a state as a copy of this one, for migration. */
    public Builder toBuilder() {
        Builder copy = new Builder(version);
        copy.values.putAll(values);
        copy.blobs.putAll(blobs);
        return copy;
    }

    /** The version of the plug-in that saved this state. */
    public String version() {
        return version;
    }

    /** All values by id, sorted. */
    public SortedMap<String, StateValue> values() {
        return values;
    }

    /** The ids of all blobs, sorted. */
    public Set<String> blobIds() {
        return Collections.unmodifiableSet(blobs.keySet());
    }

    /**
     * A copy of one blob.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public byte[] blob(String id) {
        byte[] blob = blobs.get(id);
        if (blob == null)
            throw new IllegalArgumentException("state has no blob \"" + id + "\"; it has " + blobs.keySet());
        return blob.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PluginState that && version.equals(that.version) && values.equals(that.values)
            && blobs.keySet().equals(that.blobs.keySet())
            && blobs.keySet().stream().allMatch(id -> Arrays.equals(blobs.get(id), that.blobs.get(id)));
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "PluginState[" + version + ", " + values + ", blobs " + blobs.keySet() + "]";
    }

    /** Collects values and blobs; a later one of the same id replaces the earlier. */
    public static final class Builder {
        private String version;
        private final Map<String, StateValue> values = new TreeMap<>();
        private final Map<String, byte[]> blobs = new TreeMap<>();

        private Builder(String version) {
            this.version = version;
        }

        /** Sets the version that the state is of. */
        public Builder version(String newVersion) {
            version = newVersion;
            return this;
        }

        /** Sets a value. */
        public Builder value(String id, StateValue value) {
            values.put(id, value);
            return this;
        }

        /** Sets a number. */
        public Builder value(String id, double value) {
            return value(id, new StateValue.Number(value));
        }

        /** Sets a flag. */
        public Builder value(String id, boolean value) {
            return value(id, new StateValue.Flag(value));
        }

        /** Sets a text. */
        public Builder value(String id, String value) {
            return value(id, new StateValue.Text(value));
        }

        /** Removes a value, if it is there. */
        public Builder remove(String id) {
            values.remove(id);
            return this;
        }

        /** Sets a blob; the bytes are copied. */
        public Builder blob(String id, byte[] bytes) {
            blobs.put(id, bytes.clone());
            return this;
        }

        /** The finished state. */
        public PluginState build() {
            return new PluginState(this);
        }
    }
}

package io.arioso.runtime;

import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterSet;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * All parameters of one processor as the audio thread sees them, and the list of those that changed at the first frame
 * of the segment being rendered.
 */
final class ParameterBindings implements EventList {
    private final ParameterSet parameters;
    private final ParameterBinding[] bindings;
    private final Map<Parameter, ParameterBinding> byParameter = new IdentityHashMap<>();
    private final ParameterBinding[] changed;
    private int changedCount;
    private int seenChanges;

    ParameterBindings(ParameterSet parameters) {
        this.parameters = parameters;
        seenChanges = parameters.changes();
        bindings = new ParameterBinding[parameters.size()];
        for (int i = 0; i < bindings.length; i++) {
            bindings[i] = new ParameterBinding(parameters.get(i));
            byParameter.put(parameters.get(i), bindings[i]);
        }
        changed = bindings.clone();
        changedCount = bindings.length;
    }

    ParameterBinding of(Parameter parameter) {
        ParameterBinding binding = byParameter.get(parameter);
        if (binding == null)
            throw new IllegalArgumentException("parameter \"" + parameter.id() + "\" is not declared by this plug-in");
        return binding;
    }

    /** Takes over what other threads have set since the last call. */
    void followParameters() {
        int now = parameters.changes();
        if (now == seenChanges) return;
        seenChanges = now;
        for (ParameterBinding binding : bindings) take(binding, binding.parameter().plain());
    }

    /** Applies an automation event: the processor sees it now, everybody else at once after. */
    void apply(Parameter parameter, double plain) {
        ParameterBinding binding = byParameter.get(parameter);
        if (binding == null) return;
        double legal = parameter.nearest(plain);
        take(binding, legal);
        parameter.set(legal);
    }

    private void take(ParameterBinding binding, double plain) {
        boolean listed = binding.changed();
        if (binding.take(plain) && !listed) changed[changedCount++] = binding;
    }

    /** Ends a segment: nothing counts as changed any more. */
    void settle() {
        for (int i = 0; i < changedCount; i++) changed[i].settle();
        changedCount = 0;
    }

    void reset() {
        seenChanges = parameters.changes();
        for (ParameterBinding binding : bindings) binding.reset();
        announceAll();
    }

    /** Ends a segment: to the next one every parameter counts as changed, though none has moved. */
    void announceAll() {
        for (ParameterBinding binding : bindings) binding.announce();
        System.arraycopy(bindings, 0, changed, 0, bindings.length);
        changedCount = bindings.length;
    }

    @Override
    public int size() {
        return changedCount;
    }

    @Override
    public int frame(int index) {
        return 0;
    }

    @Override
    public Parameter parameter(int index) {
        return changed[index].parameter();
    }

    @Override
    public double plain(int index) {
        return changed[index].plain();
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(changed, changedCount));
    }
}

package io.arioso.sdk.parameter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The parameters of one plug-in instance in display order. */
public final class ParameterSet implements Iterable<Parameter> {
    private final List<Parameter> ordered = new ArrayList<>();
    private final Map<String, Parameter> byId = new LinkedHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    /**
     * Adds a parameter. [main-thread, declaration]
     *
     * @throws IllegalArgumentException if its id is already taken
     */
    public void add(Parameter parameter) {
        if (byId.containsKey(parameter.id()))
            throw new IllegalArgumentException("parameter id \"" + parameter.id() + "\" is declared twice");
        parameter.join(this);
        ordered.add(parameter);
        byId.put(parameter.id(), parameter);
    }

    /** All parameters in display order. [any-thread] */
    public List<Parameter> list() {
        return Collections.unmodifiableList(ordered);
    }

    /** Number of parameters. [any-thread] */
    public int size() {
        return ordered.size();
    }

    /** The parameter at a place in display order. [any-thread] */
    public Parameter get(int index) {
        return ordered.get(index);
    }

    /**
     * The parameter of an id. [any-thread]
     *
     * @throws IllegalArgumentException naming the ids that exist if there is none
     */
    public Parameter get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
            "there is no parameter \"" + id + "\"; there are " + String.join(", ", byId.keySet())));
    }

    /** The parameter of an id, if there is one. [any-thread] */
    public Optional<Parameter> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Counts the changes of all values: an equal number means that nothing has moved. [any-thread] */
    public int changes() {
        return changes.get();
    }

    void changed() {
        changes.incrementAndGet();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return list().iterator();
    }
}

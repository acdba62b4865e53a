package io.arioso.bridge;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters and meters of one instance in one list, to be found by the numbers of each format. [any-thread] */
final class ParameterIndex {
    private static final Pattern NUMBERED = Pattern.compile("[a-z_]+\\d+_.*");
    private static final int FREE = -1;
    private static final int BYPASS_CONTROL = -1;

    private final List<BridgedParameter> list;
    private final BridgedParameter[] byControl;
    /** Open addressing: places in {@link #list}, at the key's last bits or behind them. */
    private final int[] table;

    ParameterIndex(AudioPlugin plugin) {
        list = List.copyOf(listed(plugin));
        byControl = new BridgedParameter[list.size() + 1];
        table = new int[Integer.highestOneBit(Math.max(1, list.size())) * 4];
        Arrays.fill(table, FREE);
        for (BridgedParameter parameter : list) {
            byControl[parameter.control() - BYPASS_CONTROL] = parameter;
            table[place(parameter.key())] = parameter.index();
        }
    }

    private static List<BridgedParameter> listed(AudioPlugin plugin) {
        Map<Parameter, Integer> keys = new LinkedHashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Parameter parameter : plugin.parameters()) keys.put(parameter, freeKey(parameter.id(), taken));
        List<BridgedParameter> all = new ArrayList<>();
        int control = 0;
        for (Parameter parameter : inOrder(keys.keySet())) {
            boolean bypass = parameter.id().equals(ParameterIds.BYPASS);
            all.add(new BridgedParameter(all.size(), keys.get(parameter), bypass ? BYPASS_CONTROL : control++,
                parameter, null));
        }
        for (Meter meter : plugin.meters())
            all.add(new BridgedParameter(all.size(), freeKey("meter_" + meter.id(), taken), control++, null, meter));
        return all;
    }

    /**
     * A plug-in's own order, but members of numbered groups ({@code band12_freq}) behind the rest: the EQ has some 700
     * of them, and Ardour automates the first 512 parameters of a plug-in alone.
     */
    private static List<Parameter> inOrder(Collection<Parameter> declared) {
        List<Parameter> order = new ArrayList<>(declared);
        order.sort(Comparator.comparing(parameter -> NUMBERED.matcher(parameter.id()).matches()));
        return order;
    }

    private static int freeKey(String id, Set<Integer> taken) {
        int key = keyOf(id);
        while (!taken.add(key)) key = key + 1 & Integer.MAX_VALUE;
        return key;
    }

    /** 31 bits of the FNV-1a hash of an id. */
    static int keyOf(String id) {
        int hash = 0x811c9dc5;
        for (byte letter : id.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ letter & 0xFF) * 0x01000193;
        return hash & Integer.MAX_VALUE;
    }

    List<BridgedParameter> list() {
        return list;
    }

    /** The parameter that a format's event means, null if there is none. Allocates nothing. */
    BridgedParameter find(EventValues values, int number) {
        return values == EventValues.PLAIN_BY_CONTROL ? byControl(number) : byKey(number);
    }

    BridgedParameter byKey(int key) {
        int index = table[place(key)];
        return index == FREE ? null : list.get(index);
    }

    /** The number by which a format's events know a parameter. */
    static int numberOf(EventValues values, BridgedParameter parameter) {
        return values == EventValues.PLAIN_BY_CONTROL ? parameter.control() : parameter.key();
    }

    private BridgedParameter byControl(int control) {
        int at = control - BYPASS_CONTROL;
        return at >= 0 && at < byControl.length ? byControl[at] : null;
    }

    /** Where a key is in the table, or the free place where it would be. */
    private int place(int key) {
        int place = key & table.length - 1;
        while (table[place] != FREE && list.get(table[place]).key() != key) place = place + 1 & table.length - 1;
        return place;
    }
}

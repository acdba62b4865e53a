package io.arioso.bridge.clap;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The extension {@code clap.remote-controls}: parameters on the eight knobs of a hardware controller, a page or more
 * for each group, in the order in which they are declared. Bypass has its own switch everywhere and takes no knob.
 * [main-thread]
 */
final class ClapRemotePages {
    private static final int KNOBS = 8;
    private static final int NO_PARAMETER = -1;
    private static final int PAGE_BYTES = 552;
    private static final int NAME_BYTES = 256;
    private static final int PAGE_ID = 256;
    private static final int PAGE_NAME = 260;
    private static final int PARAMETERS = 516;

    private final List<Page> pages = new ArrayList<>();

    private record Page(String section, String name, List<BridgedParameter> parameters) {
    }

    ClapRemotePages(BridgedPlugin plugin) {
        Map<String, List<BridgedParameter>> groups = new LinkedHashMap<>();
        for (BridgedParameter parameter : plugin.parameters()) {
            if (parameter.isMeter() || parameter.id().equals("bypass")) continue;
            String group = parameter.parameter().group();
            groups.computeIfAbsent(group.isEmpty() ? "Main" : group, missing -> new ArrayList<>()).add(parameter);
        }
        groups.forEach(this::addPages);
    }

    private void addPages(String group, List<BridgedParameter> parameters) {
        for (int first = 0; first < parameters.size(); first += KNOBS) {
            int end = Math.min(first + KNOBS, parameters.size());
            String name = parameters.size() > KNOBS ? group + " " + (first / KNOBS + 1) : group;
            pages.add(new Page(group, name, parameters.subList(first, end)));
        }
    }

    int count() {
        return pages.size();
    }

    boolean write(int index, long address) {
        if (index < 0 || index >= count() || address == 0) return false;
        Page page = pages.get(index);
        Pointer to = new Pointer(address);
        to.clear(PAGE_BYTES);
        Utf8.write(to, 0, page.section, NAME_BYTES);
        // A parameter is on one page only, so the first one's key names the page, in later versions too.
        to.setInt(PAGE_ID, page.parameters.get(0).key());
        Utf8.write(to, PAGE_NAME, page.name, NAME_BYTES);
        for (int knob = 0; knob < KNOBS; knob++) {
            int key = knob < page.parameters.size() ? page.parameters.get(knob).key() : NO_PARAMETER;
            to.setInt(PARAMETERS + knob * Integer.BYTES, key);
        }
        return true;
    }
}

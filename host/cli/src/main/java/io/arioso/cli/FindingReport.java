package io.arioso.cli;

import io.arioso.host.daw.DawFinding;
import io.arioso.host.document.JsonWriter;
import java.util.List;

/** How a doctor writes what it found. */
final class FindingReport {
    private FindingReport() {
    }

    /** Whether all is well. */
    static boolean well(List<DawFinding> findings) {
        return findings.stream().allMatch(DawFinding::well);
    }

    static List<String> lines(List<DawFinding> findings) {
        TextTable table = new TextTable();
        for (DawFinding finding : findings)
            table.row(finding.well() ? "ok" : "FAULT", finding.thing(),
                finding.state() + (finding.well() ? "" : " -> " + finding.cure()));
        return table.lines();
    }

    /** Writes the members {@code well} and {@code findings}. */
    static JsonWriter members(JsonWriter out, List<DawFinding> findings) {
        out.field("well", well(findings)).name("findings").array();
        for (DawFinding finding : findings) {
            out.object().field("well", finding.well()).field("thing", finding.thing()).field("state", finding.state());
            if (!finding.well()) out.field("cure", finding.cure());
            out.end();
        }
        return out.end();
    }
}

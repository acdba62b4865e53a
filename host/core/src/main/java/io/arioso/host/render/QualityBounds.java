package io.arioso.host.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a rendered file must keep to be delivered.
 *
 * @param maxTruePeakDbtp highest true peak; empty for any
 * @param loudnessToleranceLu largest distance from the loudness target, 0 or more; empty for any
 */
public record QualityBounds(OptionalDouble maxTruePeakDbtp, OptionalDouble loudnessToleranceLu) {
    /** Anything goes. */
    public static final QualityBounds NONE = new QualityBounds(OptionalDouble.empty(), OptionalDouble.empty());

    /** Sentences with thing, value and bound for all bounds that a result misses; empty if it keeps them. */
    public List<String> missedBy(RenderResult result) {
        List<String> missed = new ArrayList<>();
        double peak = result.after().truePeakDbtp();
        if (maxTruePeakDbtp.isPresent() && peak > maxTruePeakDbtp.getAsDouble())
            missed.add(String.format(Locale.ROOT, "true peak %.2f dBTP is above %.2f dBTP", peak,
                maxTruePeakDbtp.getAsDouble()));
        if (loudnessToleranceLu.isPresent() && Math.abs(result.loudnessError()) > loudnessToleranceLu.getAsDouble())
            missed.add(String.format(Locale.ROOT, "loudness %.2f LUFS is farther than %.2f LU from %.2f LUFS",
                result.after().integratedLufs(), loudnessToleranceLu.getAsDouble(),
                result.targetLufs().orElse(Double.NaN)));
        return missed;
    }
}

package io.arioso.plugins.compressor;

import io.arioso.sdk.NoteLength;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Unit;

/** The parameters of when things happen. */
final class TimingSection extends Section {
    private static final String GROUP = "Timing";

    final FloatParameter attackMs = declare(
        FloatParameter.milliseconds("attack_ms", "Attack", 0.01, 1000, 10).group(GROUP));
    final FloatParameter holdMs = declare(FloatParameter.milliseconds("hold_ms", "Hold", 0, 1000, 0).group(GROUP));
    final FloatParameter releaseMs = declare(
        FloatParameter.milliseconds("release_ms", "Release", 1, 5000, 100).group(GROUP));
    final ChoiceParameter<ReleaseMode> releaseMode = declare(
        new ChoiceParameter<>("release_mode", "Release mode", ReleaseMode.MANUAL).group(GROUP));
    final BoolParameter sync = declare(new BoolParameter("sync", "Release in time", false).group(GROUP));
    final ChoiceParameter<NoteLength> note = declare(
        new ChoiceParameter<>("note", "Release note", NoteLength.EIGHTH).group(GROUP));
    final FloatParameter lookaheadMs = declare(
        FloatParameter.of("lookahead_ms", "Lookahead", Unit.MILLISECONDS, -20, 20, 0)
            .step(0.01).group(GROUP).notAutomatable());
}

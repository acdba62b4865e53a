package io.arioso.plugins.compressor;

import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;
import java.util.List;

/** What a processor was built for; asks the host for a new one when it changes. */
final class FixedSettings {
    private final HostRequests host;
    private final LiveValue[] values;
    private final double[] prepared;

    FixedSettings(Compressor effect, ProcessSetup setup) {
        List<Parameter> fixed = effect.fixedParameters().toList();
        host = setup.host();
        values = fixed.stream().map(setup::live).toArray(LiveValue[]::new);
        prepared = fixed.stream().mapToDouble(Parameter::plain).toArray();
    }

    void follow() {
        for (int i = 0; i < values.length; i++) {
            if (values[i].changed() && values[i].plain() != prepared[i]) {
                host.requestRestart();
            }
        }
    }
}

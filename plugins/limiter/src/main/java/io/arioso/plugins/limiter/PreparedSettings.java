package io.arioso.plugins.limiter;

import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;

/** The settings that a processor was built for; when one moves away, the host is asked for a new processor. */
final class PreparedSettings {
    private final HostRequests host;
    private final LiveValue[] now;
    private final double[] prepared;

    PreparedSettings(ProcessSetup setup, Parameter... parameters) {
        host = setup.host();
        now = new LiveValue[parameters.length];
        prepared = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            now[i] = setup.live(parameters[i]);
            prepared[i] = parameters[i].plain();
        }
    }

    /** Looks at the present values. [audio-thread] */
    void follow() {
        for (int i = 0; i < now.length; i++) {
            if (now[i].changed() && now[i].plain() != prepared[i]) {
                host.requestRestart();
            }
        }
    }
}

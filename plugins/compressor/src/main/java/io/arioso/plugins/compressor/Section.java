package io.arioso.plugins.compressor;

import io.arioso.sdk.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Parameters that belong together, in display order. */
abstract class Section {
    private final List<Parameter> parameters = new ArrayList<>();

    /** Appends one. */
    final <P extends Parameter> P declare(P parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /** All of them. */
    final List<Parameter> parameters() {
        return List.copyOf(parameters);
    }
}

package io.arioso.cli;

import io.arioso.host.render.RenderResult;
import java.util.List;
import java.util.Optional;

/**
 * What became of one file.
 *
 * @param task what was to be done
 * @param code how it went
 * @param result what was measured; empty if nothing was rendered
 * @param inputSha256 hash of the input, empty if it was not read to its end
 * @param outputSha256 hash of the output, empty if there is none
 * @param warnings what the user should look at
 * @param error why it failed, empty if it did not
 */
record RenderOutcome(RenderTask task, ExitCode code, Optional<RenderResult> result, String inputSha256,
                     String outputSha256, List<String> warnings, Optional<String> error) {

    static RenderOutcome failed(RenderTask task, Throwable failure) {
        return new RenderOutcome(task, Failures.code(failure), Optional.empty(), "", "", List.of(),
            Optional.of(Failures.message(failure)));
    }
}

package io.arioso.host.render;

import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.runtime.Fault;
import java.util.List;
import java.util.Map;

/** What one pass over the input measured, and whether its output was kept. */
record PassResult(ProgrammeReport before, ProgrammeReport after, boolean committed, int latencyFrames,
                  long clippedSamples, Map<String, List<Fault>> faults) {
}

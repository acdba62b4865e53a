package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.render.RenderResult;
import io.arioso.host.session.BuiltChain;
import io.arioso.host.session.LiveSlot;
import io.arioso.runtime.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of rendered files, as JSON. */
final class RenderReport {
    private final RenderSettings.Resolved settings;
    private final String sidechainSha256;

    /** A report of renders with these settings; the hash is that of the side-chain, empty without one. */
    RenderReport(RenderSettings.Resolved settings, String sidechainSha256) {
        this.settings = settings;
        this.sidechainSha256 = sidechainSha256;
    }

    void write(JsonWriter out, BuiltChain chain, List<RenderOutcome> outcomes) {
        out.field("seed", settings.seed()).field("tempoBpm", settings.tempoBpm());
        if (settings.sidechain().isPresent())
            out.field("sidechain", settings.sidechain().get()).field("sidechainSha256", sidechainSha256);
        out.name("chain").array();
        for (LiveSlot slot : chain.slots()) {
            out.object();
            PluginJson.identity(out, slot.loaded().descriptor());
            if (!slot.preset().isEmpty()) out.field("preset", slot.preset());
            out.end();
        }
        out.end().name("files").array();
        outcomes.forEach(outcome -> file(out, outcome));
        out.end();
    }

    private void file(JsonWriter out, RenderOutcome outcome) {
        out.object().field("input", outcome.task().input()).field("output", outcome.task().output())
            .field("exitCode", outcome.code().code());
        if (outcome.error().isPresent()) out.field("error", outcome.error().get());
        if (outcome.result().isPresent()) result(out, outcome, outcome.result().get());
        out.name("warnings").texts(outcome.warnings());
        out.end();
    }

    private void result(JsonWriter out, RenderOutcome outcome, RenderResult result) {
        out.field("inputSha256", outcome.inputSha256()).field("outputSha256", outcome.outputSha256());
        out.name("before").object();
        AnalysisReport.write(out, result.before(), result.input().sampleRate());
        out.end().name("after").object();
        AnalysisReport.write(out, result.after(), result.output().sampleRate());
        out.end().name("targetLufs");
        if (result.targetLufs().isPresent()) out.number(result.targetLufs().getAsDouble());
        else out.nothing();
        out.field("gainDb", result.gainDb()).field("passes", result.passes())
            .field("latencyFrames", result.latencyFrames())
            .field("clippedSamples", result.clippedSamples()).field("bits", result.output().format().bits())
            .field("floatingPoint", result.output().format().isFloat())
            .field("dither", settings.dither().name().toLowerCase(Locale.ROOT));
        faults(out, result);
    }

    private static void faults(JsonWriter out, RenderResult result) {
        out.name("faults").array();
        for (Map.Entry<String, List<Fault>> slot : result.faults().entrySet())
            for (Fault fault : slot.getValue())
                out.object().field("slot", slot.getKey()).field("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                    .field("blocks", fault.blocks()).field("firstFrame", fault.firstFrame())
                    .field("detail", fault.detail()).end();
        out.end();
    }
}

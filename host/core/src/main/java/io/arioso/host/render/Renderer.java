package io.arioso.host.render;

import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.host.audiofile.AudioFileException;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.OutputExistsException;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.graph.PlanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.OptionalDouble;

/**
 * Renders a job: one pass, or as many as a loudness target takes. Memory does not grow with the length of the input.
 *
 * <p>Without a target the input is measured on the way. With one it is measured first, which gives the first guess.
 */
public final class Renderer {
    private static final int MAX_PASSES = 8;

    private final RenderJob job;
    private final RenderProgress progress;

    private Renderer(RenderJob job, RenderProgress progress) {
        this.job = job;
        this.progress = progress;
    }

    /**
     * Renders a job on the calling thread.
     *
     * @throws AudioFileException if the input cannot be read or the output cannot hold it
     * @throws OutputExistsException if the output exists and may not be replaced
     * @throws PlanException if an effect cannot be prepared for this input
     * @throws RenderCancelledException if the progress ended it; nothing stands under the final name
     */
    public static RenderResult render(RenderJob job, RenderProgress progress)
            throws IOException, PlanException, RenderCancelledException {
        return new Renderer(job, progress).render();
    }

    private RenderResult render() throws IOException, PlanException, RenderCancelledException {
        refuseOutput();
        OptionalDouble target = job.targetLufs().isPresent() ? job.targetLufs() : ProgrammeGain.targetOf(job.chain());
        if (target.isEmpty()) return singlePass();
        if (job.input().reopens() && job.output().reopens()) return reach(target.getAsDouble(), job);
        try (Spool spool = new Spool(job)) {
            return spool.deliver(reach(target.getAsDouble(), spool.job()));
        }
    }

    /** Says before any work what would be said after it. */
    private void refuseOutput() throws IOException {
        if (!(job.output() instanceof RenderOutput.OfFile output)) return;
        if (job.input().file().isPresent() && AudioFiles.sameFile(job.input().file().get(), output.path()))
            throw new OutputExistsException(output.path() + ": is the input itself; give the output another name");
        if (!output.overwrite() && Files.exists(output.path(), LinkOption.NOFOLLOW_LINKS))
            throw new OutputExistsException(output.path() + ": is already there");
    }

    private RenderResult singlePass() throws IOException, PlanException, RenderCancelledException {
        try (AudioReader reader = job.input().open()) {
            AudioSpec spec = spec(reader.info());
            RenderPass pass = new RenderPass(job, spec, ProgrammeGain.of(job.chain()), "rendering");
            PassResult result = pass.run(reader, progress, after -> true);
            return result(reader.info(), spec, result.before(), result, OptionalDouble.empty(), 0, 1);
        }
    }

    private RenderResult reach(double targetLufs, RenderJob passJob)
            throws IOException, PlanException, RenderCancelledException {
        ProgrammeReport before = ProgrammeAnalysis.analyze(passJob.input(), progress).report();
        LoudnessSearch search = new LoudnessSearch(targetLufs);
        ProgrammeGain gain = ProgrammeGain.of(passJob.chain());
        double startDb = gain.db();
        if (before.integratedLufs() > Double.NEGATIVE_INFINITY)
            gain.set(search.next(startDb, before.integratedLufs() + startDb));
        for (int passes = 1; ; passes++) {
            boolean last = passes == MAX_PASSES;
            try (AudioReader reader = passJob.input().open()) {
                AudioSpec spec = spec(reader.info());
                RenderPass pass = new RenderPass(passJob, spec, gain, "rendering, pass " + passes);
                PassResult result = pass.run(reader, progress, after -> last || search.reached(after.integratedLufs()));
                double tried = gain.db();
                if (result.committed())
                    return result(reader.info(), spec, before, result, OptionalDouble.of(targetLufs), tried - startDb,
                        passes);
                if (gain.set(search.next(tried, result.after().integratedLufs())) == tried)
                    return atTheEndOfTheRange(passJob, before, gain, targetLufs, startDb, passes + 1);
            }
        }
    }

    /** The gain cannot follow the search any further: what it can do is delivered, and the error is told. */
    private RenderResult atTheEndOfTheRange(RenderJob passJob, ProgrammeReport before, ProgrammeGain gain,
            double targetLufs, double startDb, int passes) throws IOException, PlanException, RenderCancelledException {
        try (AudioReader reader = passJob.input().open()) {
            AudioSpec spec = spec(reader.info());
            RenderPass pass = new RenderPass(passJob, spec, gain, "rendering, pass " + passes);
            PassResult result = pass.run(reader, progress, after -> true);
            return result(reader.info(), spec, before, result, OptionalDouble.of(targetLufs), gain.db() - startDb,
                passes);
        }
    }

    private AudioSpec spec(AudioInfo input) throws AudioFileException {
        FileType type = job.output().type();
        SampleFormat samples = job.format().samples().orElse(nearest(input.format(), type));
        double rate = job.format().sampleRate().orElse(input.sampleRate());
        return new AudioSpec(type, samples, input.channels(), rate, input.chunksFor(type));
    }

    /** What the kind of file holds best of what the input has. */
    private static SampleFormat nearest(SampleFormat input, FileType type) {
        if (type == FileType.FLAC && input == SampleFormat.INT8) return SampleFormat.INT16;
        boolean integersOnly = type == FileType.FLAC || type == FileType.AIFF;
        boolean tooWide = input.isFloat() || type == FileType.FLAC && input.bits() > 24;
        return integersOnly && tooWide ? SampleFormat.INT24 : input;
    }

    private RenderResult result(AudioInfo input, AudioSpec spec, ProgrammeReport before, PassResult pass,
            OptionalDouble target, double gainDb, int passes) {
        return new RenderResult(input, spec, before, pass.after(), target, gainDb, passes, pass.latencyFrames(),
            pass.clippedSamples(), pass.faults());
    }
}

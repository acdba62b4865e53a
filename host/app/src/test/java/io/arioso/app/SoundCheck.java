package io.arioso.app;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.render.ChainSlot;
import io.arioso.host.render.RenderFormat;
import io.arioso.host.render.RenderInput;
import io.arioso.host.render.RenderJob;
import io.arioso.host.render.RenderOutput;
import io.arioso.host.render.RenderProgress;
import io.arioso.host.render.RenderResult;
import io.arioso.host.render.Renderer;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.meter.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a render did to a programme: our meter's reports of input and output, and the most that any gain reduction meter
 * showed on the way.
 */
record SoundCheck(RenderResult result, double gainReductionDb) {

    double loudnessChange() {
        return result.after().integratedLufs() - result.before().integratedLufs();
    }

    /** How much less a peak stands out than before, in decibels. */
    double crestChange() {
        return result.after().peakToLoudnessRatioLu() - result.before().peakToLoudnessRatioLu();
    }

    /** Renders a programme through effects, to their loudness target if one of them has it. */
    static SoundCheck render(Programme programme, Path folder, Path output, SampleFormat samples,
            List<AudioPlugin> effects) throws Exception {
        Optional<Programme> key = programme.sidechain();
        RenderJob job = new RenderJob(input(programme, folder), new RenderOutput.OfFile(output, FileType.WAV, true),
            slots(effects), new RenderFormat(Optional.of(samples), OptionalDouble.empty(), RenderFormat.AS_INPUT.dither(), 1),
            OptionalDouble.empty(), false, key.isEmpty() ? Optional.empty() : Optional.of(input(key.get(), folder)), 120);
        List<Meter> reductions = effects.stream().flatMap(effect -> effect.meters().stream())
            .filter(meter -> meter.id().equals("gain_reduction")).toList();
        double[] most = new double[1];
        RenderProgress watch = (stage, done, total) -> {
            for (Meter meter : reductions) if (meter.read() > most[0]) most[0] = meter.read();
            return true;
        };
        return new SoundCheck(Renderer.render(job, watch), most[0]);
    }

    private static List<ChainSlot> slots(List<AudioPlugin> effects) {
        List<ChainSlot> slots = new ArrayList<>();
        for (AudioPlugin effect : effects) {
            PluginInfo info = effect.getClass().getAnnotation(PluginInfo.class);
            slots.add(new ChainSlot(info.name(), info.category(), effect));
        }
        return slots;
    }

    private static RenderInput input(Programme programme, Path folder) throws Exception {
        Path file = folder.resolve(programme.name() + ".wav");
        if (!java.nio.file.Files.exists(file)) {
            float[][] audio = programme.audio();
            AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, audio.length, Programme.RATE);
            try (AudioWriter writer = AudioFiles.create(file, spec, true)) {
                writer.write(audio, 0, audio[0].length);
                writer.commit();
            }
        }
        return new RenderInput.OfFile(file);
    }
}

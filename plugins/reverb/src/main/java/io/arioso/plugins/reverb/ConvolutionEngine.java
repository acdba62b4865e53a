package io.arioso.plugins.reverb;

import io.arioso.dsp.convolution.ZeroLatencyConvolver;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;
import java.util.Arrays;
import java.util.List;

/** The space of an impulse response: exact convolution from every input to every output, without latency. */
final class ConvolutionEngine implements ReverbEngine {
    private final HostRequests host;
    private final ImpulseSettings settings;
    private final Object preparedVersion;
    private final LiveValue[] live;
    private final double[] prepared;
    /** From input to output; null where nothing goes. */
    private final ZeroLatencyConvolver[][] paths;
    private final float[][] sums;
    private final float[] one;
    private final int frames;

    /** Fits and transforms the impulse response as it is chosen and cut now. [main-thread] */
    ConvolutionEngine(ImpulseSettings settings, ProcessSetup setup) {
        this.settings = settings;
        host = setup.host();
        preparedVersion = settings.version();
        List<Parameter> parameters = settings.parameters();
        live = new LiveValue[parameters.size()];
        prepared = new double[live.length];
        for (int i = 0; i < live.length; i++) {
            live[i] = setup.live(parameters.get(i));
            prepared[i] = parameters.get(i).plain();
        }
        int channels = setup.layout().channels();
        SpacePaths.Cut cut = new SpacePaths.Cut(settings.startMs.plain() / 1000, settings.length.plain() / 100,
            settings.fade.plain() / 100, settings.reverse.on());
        SpacePaths space = new SpacePaths(settings.impulse(), cut, setup.sampleRate(), channels);
        frames = space.frames();
        paths = new ZeroLatencyConvolver[channels][channels];
        for (int input = 0; input < channels; input++) {
            for (int output = 0; output < channels; output++) {
                if (space.has(input, output)) {
                    paths[input][output] = new ZeroLatencyConvolver(space.taps(input, output));
                }
            }
        }
        sums = new float[channels][setup.maxFrames()];
        one = new float[setup.maxFrames()];
    }

    /** Another impulse response or another cut needs new memory: the host prepares a new engine and fades over. */
    @Override
    public void follow() {
        boolean changed = settings.version() != preparedVersion;
        for (int i = 0; i < live.length; i++) changed |= live[i].plain() != prepared[i];
        if (changed) host.requestRestart();
    }

    @Override
    public void process(float[][] planes, int count) {
        for (int output = 0; output < paths.length; output++) {
            Arrays.fill(sums[output], 0, count, 0f);
            for (int input = 0; input < paths.length; input++) {
                if (paths[input][output] != null) add(paths[input][output], planes[input], sums[output], count);
            }
        }
        for (int output = 0; output < paths.length; output++) {
            System.arraycopy(sums[output], 0, planes[output], 0, count);
        }
    }

    private void add(ZeroLatencyConvolver path, float[] in, float[] sum, int count) {
        path.process(in, 0, one, 0, count);
        for (int i = 0; i < count; i++) sum[i] += one[i];
    }

    @Override
    public void reset() {
        for (ZeroLatencyConvolver[] input : paths) {
            for (ZeroLatencyConvolver path : input) {
                if (path != null) path.reset();
            }
        }
    }

    @Override
    public long tailFrames() {
        return frames;
    }
}

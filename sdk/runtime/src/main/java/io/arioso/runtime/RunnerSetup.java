package io.arioso.runtime;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;
import java.util.function.DoubleUnaryOperator;

/** What a plug-in's {@code prepare} sees. */
record RunnerSetup(RunnerSettings settings, ParameterBindings bindings) implements ProcessSetup {

    @Override
    public double sampleRate() {
        return settings.sampleRate();
    }

    @Override
    public int maxFrames() {
        return settings.maxFrames();
    }

    @Override
    public BusLayout layout() {
        return settings.layout();
    }

    @Override
    public boolean offline() {
        return settings.offline();
    }

    @Override
    public HostRequests host() {
        return settings.host();
    }

    @Override
    public Smoother smooth(FloatParameter parameter, double milliseconds, DoubleUnaryOperator mapping) {
        if (!(milliseconds >= 0 && milliseconds <= 60_000))
            throw new IllegalArgumentException("smoothing: " + milliseconds + " ms is outside 0..60,000 ms");
        ParameterBinding binding = bindings.of(parameter);
        int length = (int) Math.rint(milliseconds / 1000 * settings.sampleRate());
        LinearSmoother smoother = new LinearSmoother(binding.plain(), mapping, length);
        binding.follow(smoother);
        return smoother;
    }

    @Override
    public LiveValue live(Parameter parameter) {
        return bindings.of(parameter);
    }
}

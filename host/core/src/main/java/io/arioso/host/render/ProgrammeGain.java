package io.arioso.host.render;

import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.ParameterSet;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The one gain that a loudness target moves: the input gain of the chain's last limiter, or a gain behind a chain that
 * has none.
 */
final class ProgrammeGain {
    private final Parameter limiterGain;
    private double outputDb;

    private ProgrammeGain(Parameter limiterGain) {
        this.limiterGain = limiterGain;
    }

    static ProgrammeGain of(List<ChainSlot> chain) {
        ParameterSet limiter = lastLimiter(chain);
        return new ProgrammeGain(limiter == null ? null : limiter.find(ParameterIds.GAIN).orElse(null));
    }

    /** The loudness that the chain's last limiter asks for itself. */
    static OptionalDouble targetOf(List<ChainSlot> chain) {
        ParameterSet limiter = lastLimiter(chain);
        if (limiter == null) return OptionalDouble.empty();
        boolean on = limiter.find(ParameterIds.TARGET_ON).filter(p -> p instanceof BoolParameter b && b.on()).isPresent();
        Parameter target = limiter.find(ParameterIds.TARGET_LUFS).orElse(null);
        return on && target != null ? OptionalDouble.of(target.plain()) : OptionalDouble.empty();
    }

    private static ParameterSet lastLimiter(List<ChainSlot> chain) {
        for (int i = chain.size() - 1; i >= 0; i--)
            if (chain.get(i).category() == PluginCategory.LIMITER) return chain.get(i).plugin().parameters();
        return null;
    }

    double db() {
        return limiterGain == null ? outputDb : limiterGain.plain();
    }

    /** Moves the gain as far as its range allows; says where it is now. */
    double set(double db) {
        if (limiterGain == null) outputDb = db;
        else limiterGain.set(limiterGain.nearest(db));
        return db();
    }

    /** The part of it that stands behind the chain, in decibels. */
    double outputDb() {
        return outputDb;
    }
}

package io.arioso.host.session;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Shorthand;
import io.arioso.sdk.parameter.Unit;
import io.arioso.sdk.state.PluginState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An equalizer and a limiter that only have parameters, and the source that offers them. */
final class FakePlugins implements PluginSource {
    final List<Fake> created = new ArrayList<>();

    /** Remembers whether it was closed. */
    abstract static class Fake extends AudioEffect {
        boolean closed;

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Two bands, a high-pass shorthand, and a version that renamed a parameter. */
    @PluginInfo(id = "io.arioso.eq", name = "EQ", vendor = "Arioso", version = "1.2.0")
    static final class FakeEq extends Fake {
        final FloatParameter gain1 = parameter(FloatParameter.decibels("band1_gain", "Band 1 gain", -24, 24, 0));
        final FloatParameter gain2 = parameter(FloatParameter.decibels("band2_gain", "Band 2 gain", -24, 24, 0));
        final FloatParameter cut = parameter(FloatParameter.hertz("band1_frequency", "Low cut", 5, 80_000, 20));
        final BoolParameter cutOn = parameter(new BoolParameter("low_cut_on", "Low cut on", false));

        FakeEq() {
            shorthand(new Shorthand("hp", "hp=FREQUENCY: high-pass", typed -> {
                cut.set(cut.parse(typed));
                cutOn.set(true);
            }));
        }

        @Override
        public PluginState migrate(PluginState state) {
            if (!state.version().startsWith("0.")) return state;
            return state.toBuilder().value("band1_gain", state.values().get("gain")).remove("gain").build();
        }
    }

    /** A ceiling and a ratio. */
    @PluginInfo(id = "io.arioso.limiter", name = "True Peak Limiter", vendor = "Arioso", version = "1.0.0")
    static final class FakeLimiter extends Fake {
        final FloatParameter ceiling = parameter(
            FloatParameter.of("ceiling", "Ceiling", Unit.DECIBELS_TRUE_PEAK, -24, 0, -1));
        final FloatParameter ratio = parameter(FloatParameter.of("ratio", "Ratio", Unit.RATIO, 1, 100, 100));
        final FloatParameter mix = parameter(FloatParameter.percent("mix", "Mix", 0, 100, 100));
    }

    @Override
    public LoadedPlugin create(String nameOrId, String version) throws ChainException {
        Fake plugin = switch (nameOrId) {
            case "eq", "EQ", "io.arioso.eq" -> new FakeEq();
            case "limiter", "True Peak Limiter", "io.arioso.limiter" -> new FakeLimiter();
            default -> throw new ChainException("there is no plug-in \"" + nameOrId + "\"; there are eq, limiter");
        };
        PluginInfo info = plugin.getClass().getAnnotation(PluginInfo.class);
        if (!version.isEmpty() && !version.equals(info.version()))
            throw new ChainException(
                nameOrId + ": version " + version + " is not installed; there is " + info.version());
        created.add(plugin);
        PluginDescriptor descriptor = new PluginDescriptor(info.id(), info.name(), info.vendor(), info.version(),
            info.category(), info.description(), plugin.getClass().getName(), Path.of("fake.jar"), "0".repeat(64));
        return new LoadedPlugin(descriptor, plugin, plugin::close);
    }
}

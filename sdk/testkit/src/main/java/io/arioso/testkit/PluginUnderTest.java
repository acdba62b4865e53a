package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A plug-in and the facts that the contract's rules need to judge it. Immutable: each method that states a fact returns
 * a changed copy. Without any fact the strictest reading applies.
 */
public final class PluginUnderTest implements Cloneable {
    private static final List<BusLayout> PREFERRED = List.of(BusLayout.STEREO, BusLayout.MONO,
        BusLayout.STEREO.withSidechain(2), BusLayout.STEREO.withSidechain(1), BusLayout.MONO.withSidechain(1));

    private static final double HEADROOM_DB = 24;
    private static final double LOUDEST_DB = 120;

    private final Supplier<? extends AudioPlugin> source;
    private BusLayout layout;
    private double[] rates = {44_100, 48_000, 88_200, 96_000, 176_400, 192_000};
    private List<String> settings = List.of();
    private List<String> neutral;
    private double neutralDb = -140;
    private double maxPeakDb = Double.NaN;
    private double tailDb = -120;
    private Map<String, Double> zipperBounds = Map.of();
    private Map<String, String> excuses = Map.of();
    private String classPath = System.getProperty("java.class.path");

    private PluginUnderTest(Supplier<? extends AudioPlugin> source) {
        this.source = source;
    }

    /** A plug-in of which nothing special is known. */
    public static PluginUnderTest of(Supplier<? extends AudioPlugin> source) {
        return new PluginUnderTest(source);
    }

    /** Judges it in this layout; otherwise in the first of stereo, mono and both with side-chain that it supports. */
    public PluginUnderTest layout(BusLayout newLayout) {
        PluginUnderTest copy = copy();
        copy.layout = newLayout;
        return copy;
    }

    /** The rates at which it must work, in frames per second; 44.1 to 192 kHz unless told. At others it may refuse. */
    public PluginUnderTest rates(double... mustWork) {
        PluginUnderTest copy = copy();
        copy.rates = mustWork.clone();
        return copy;
    }

    /**
     * Settings under which the rules on latency, rates, tail and symmetry judge it, as a user types them
     * ({@code "mix=30 %"}); otherwise the defaults.
     */
    public PluginUnderTest settings(String... typed) {
        PluginUnderTest copy = copy();
        copy.settings = List.of(typed);
        return copy;
    }

    /**
     * Settings at which the output is the delayed input within -140 dBFS for a signal that peaks at -12 dBFS; none for
     * the defaults.
     */
    public PluginUnderTest neutral(String... typed) {
        return neutralWithin(-140, typed);
    }

    /** As {@link #neutral}, with another bound; negative infinity asks for equal bits. */
    public PluginUnderTest neutralWithin(double residualDb, String... typed) {
        PluginUnderTest copy = copy();
        copy.neutral = List.of(typed);
        copy.neutralDb = residualDb;
        return copy;
    }

    /**
     * The loudest that full-scale noise may become at any settings, in dBFS; unless told, 24 above all the gain that its
     * parameters in decibels offer, at most 120.
     */
    public PluginUnderTest maxPeakDb(double bound) {
        PluginUnderTest copy = copy();
        copy.maxPeakDb = bound;
        return copy;
    }

    /** How quiet the output is once the declared tail is over, in dBFS; -120 unless told. */
    public PluginUnderTest tailDb(double bound) {
        PluginUnderTest copy = copy();
        copy.tailDb = bound;
        return copy;
    }

    /**
     * Lets the full-range step of one parameter sound up to this level above 4 kHz, relative to the louder side,
     * instead of -90 dB: for parameters whose step is an event of its own, such as a frequency or a delay time.
     */
    public PluginUnderTest zipperBoundDb(String parameter, double bound) {
        PluginUnderTest copy = copy();
        copy.zipperBounds = new TreeMap<>(zipperBounds);
        copy.zipperBounds.put(parameter, bound);
        return copy;
    }

    /** Excuses the plug-in from a rule; the reason is reported. */
    public PluginUnderTest without(String ruleNumber, String why) {
        PluginUnderTest copy = copy();
        copy.excuses = new TreeMap<>(excuses);
        copy.excuses.put(ruleNumber, why);
        return copy;
    }

    /**
     * Where a new virtual machine finds the plug-in, the sdk, the runtime and this kit; the running one's unless told.
     */
    public PluginUnderTest classPath(String newClassPath) {
        PluginUnderTest copy = copy();
        copy.classPath = newClassPath;
        return copy;
    }

    AudioPlugin newPlugin() {
        return source.get();
    }

    BusLayout layout() {
        if (layout == null) layout = preferredLayout();
        return layout;
    }

    double[] rates() {
        return rates.clone();
    }

    Optional<List<String>> neutralSettings() {
        return Optional.ofNullable(neutral);
    }

    double neutralDb() {
        return neutralDb;
    }

    double maxPeakDb(AudioPlugin instance) {
        return Double.isNaN(maxPeakDb) ? Math.min(LOUDEST_DB, HEADROOM_DB + gainOnOffer(instance)) : maxPeakDb;
    }

    /** What the user can ask for by turning up everything that is counted in decibels. */
    private static double gainOnOffer(AudioPlugin instance) {
        double gain = 0;
        for (Parameter parameter : instance.parameters())
            if (parameter.unit() == Unit.DECIBELS) gain += Math.max(0, parameter.maximum());
        return gain;
    }

    double tailDb() {
        return tailDb;
    }

    double zipperBoundDb(String parameter) {
        return zipperBounds.getOrDefault(parameter, -90.0);
    }

    Optional<String> excuseFrom(String ruleNumber) {
        return Optional.ofNullable(excuses.get(ruleNumber));
    }

    String classPath() {
        return classPath;
    }

    /** A harness in the layout of the rules, at the plug-in's defaults. */
    PluginHarness harness() {
        return PluginHarness.of(source).layout(layout());
    }

    /** A harness at the settings under which the rules on the sound judge it. */
    PluginHarness judged() {
        return harness().set(settings.toArray(String[]::new));
    }

    /** A harness in the layout of the rules, at settings drawn anew for each run. */
    PluginHarness drawn(Random random) {
        return PluginHarness.of(() -> {
            AudioPlugin plugin = newPlugin();
            RandomSettings.apply(plugin, random);
            return plugin;
        }).layout(layout());
    }

    private BusLayout preferredLayout() {
        try (AudioPlugin plugin = newPlugin()) {
            for (BusLayout candidate : PREFERRED) if (plugin.supports(candidate)) return candidate;
        }
        throw new AssertionError("layouts: it supports none of " + PREFERRED);
    }

    private PluginUnderTest copy() {
        try {
            return (PluginUnderTest) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

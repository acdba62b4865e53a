package io.arioso.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** All verbs; a verb that is not asked for is not even loaded. */
enum Verbs {
    RENDER(RenderVerb::new),
    ANALYZE(AnalyzeVerb::new),
    COMPARE(CompareVerb::new),
    MATCH(MatchVerb::new),
    PLUGINS(PluginsVerb::new),
    INFO(InfoVerb::new),
    PRESET(PresetVerb::new),
    CHAIN(ChainVerb::new),
    VALIDATE(ValidateVerb::new),
    BUNDLE(BundleVerb::new),
    BRIDGE(BridgeVerb::new),
    DEMO(DemoVerb::new),
    DOCTOR(DoctorVerb::new),
    COMPLETION(CompletionVerb::new);

    private final Function<Shell, Verb> factory;

    Verbs(Function<Shell, Verb> factory) {
        this.factory = factory;
    }

    /** What is typed. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Verb create(Shell shell) {
        return factory.apply(shell);
    }

    static Optional<Verbs> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }
}

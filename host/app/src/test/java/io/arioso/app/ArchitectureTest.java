package io.arioso.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.arioso.sdk.AudioProcessor;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The borders of the design: who may see whom, and what some code must never do. */
class ArchitectureTest {
    private static final JavaClasses ARIOSO = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.arioso");

    private static final List<String> FORMATS = List.of("clap", "vst3", "lv2");

    private static final Set<String> PLATFORM_MATHS =
        Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot", "fma");

    private static DescribedPredicate<JavaMethodCall> platformMaths() {
        return DescribedPredicate.describe("Math function whose last bit is the platform's",
            call -> call.getTargetOwner().isEquivalentTo(Math.class) && PLATFORM_MATHS.contains(call.getName()));
    }

    private static DescribedPredicate<JavaMethodCall> writesFiles() {
        Set<String> writers = Set.of("write", "writeString", "newBufferedWriter", "newOutputStream");
        return DescribedPredicate.describe("writes a file",
            call -> call.getTargetOwner().isEquivalentTo(Files.class) && writers.contains(call.getName()));
    }

    @Test
    void theImporterSeesEveryPart() {
        for (String part : new String[] {"sdk", "dsp", "runtime", "host.engine", "cli", "plugins.eq",
            "plugins.compressor", "plugins.reverb", "plugins.delay", "plugins.limiter", "plugins.widener", "editor",
            "bridge.clap", "bridge.vst3", "bridge.lv2", "bridge.bundle", "bridge.install", "bridge.editor",
            "bridge.screen"})
            classes().that().resideInAPackage("io.arioso." + part + "..").should().bePublic().orShould().notBePublic()
                .allowEmptyShould(false).check(ARIOSO);
    }

    @Test
    void theSdkDependsOnTheJdkAlone() {
        classes().that().resideInAPackage("io.arioso.sdk..").should()
            .onlyDependOnClassesThat().resideInAnyPackage("io.arioso.sdk..", "java..").check(ARIOSO);
    }

    @Test
    void signalProcessingIsPureMathematics() {
        classes().that().resideInAPackage("io.arioso.dsp..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.arioso.dsp..", "java.lang..", "java.util..", "java.math..", "org.jtransforms..", "pl.edu.icm..")
            .check(ARIOSO);
    }

    @Test
    void theRuntimeKnowsOnlyTheSdk() {
        classes().that().resideInAPackage("io.arioso.runtime..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.arioso.runtime..", "io.arioso.sdk..", "java..", "com.sun.management..").check(ARIOSO);
    }

    @Test
    void effectsKnowNeitherTheHostNorEachOther() {
        for (String effect : new String[] {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
            classes().that().resideInAPackage("io.arioso.plugins." + effect + "..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("io.arioso.plugins." + effect + "..", "io.arioso.sdk..", "io.arioso.dsp..", "java..")
                .check(ARIOSO);
    }

    @Test
    void theHostKnowsNeitherItsFacesNorAnyEffect() {
        noClasses().that().resideInAPackage("io.arioso.host..").should().dependOnClassesThat()
            .resideInAnyPackage("io.arioso.cli..", "io.arioso.desktop..", "io.arioso.bridge..", "io.arioso.plugins..", "javafx..")
            .check(ARIOSO);
    }

    @Test
    void theCommandLineKnowsNeitherTheBridgeNorAnyEffect() {
        noClasses().that().resideInAPackage("io.arioso.cli..").should().dependOnClassesThat()
            .resideInAnyPackage("io.arioso.bridge..", "io.arioso.desktop..", "io.arioso.plugins..", "io.arioso.editor..",
                "com.sun.jna..", "javafx..").check(ARIOSO);
    }

    @Test
    void theBridgeKnowsOfTheHostWhatAnEffectInADawNeeds() {
        classes().that().resideInAPackage("io.arioso.bridge..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.arioso.bridge..", "io.arioso.sdk..", "io.arioso.runtime..", "io.arioso.editor..",
                "io.arioso.host.plugin..", "io.arioso.host.preset..", "io.arioso.host.document..", "io.arioso.host.link..",
                "io.arioso.host.daw..", "com.sun.jna..", "com.sun.management..", "javafx..", "com.sun.javafx..",
                "java..").check(ARIOSO);
    }

    @Test
    void noFormatsWordsLeakIntoAnothersPackage() {
        for (String format : FORMATS) {
            String[] others = FORMATS.stream().filter(other -> !other.equals(format))
                .map(other -> "io.arioso.bridge." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage("io.arioso.bridge." + format + "..").should().dependOnClassesThat()
                .resideInAnyPackage(others).check(ARIOSO);
        }
    }

    @Test
    void javaFxIsSeenByEditorsAndTheirProcessAlone() {
        noClasses().that().resideOutsideOfPackages("io.arioso.editor..", "io.arioso.bridge.screen..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "io.arioso.editor..", "atlantafx..")
            .check(ARIOSO);
        // The number of a window is all that the screen takes from inside JavaFX.
        noClasses().that().resideOutsideOfPackage("io.arioso.bridge.screen..").should().dependOnClassesThat()
            .resideInAnyPackage("com.sun.javafx..", "com.sun.glass..").check(ARIOSO);
        classes().that().resideInAPackage("io.arioso.editor..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.arioso.editor..", "io.arioso.sdk..", "javafx..", "atlantafx..", "java..").check(ARIOSO);
    }

    @Test
    void onlyTheRuntimeCallsProcess() {
        noClasses().that(not(resideInAnyPackage("io.arioso.runtime..")))
            .should().callMethod(AudioProcessor.class, "process", io.arioso.sdk.ProcessContext.class).check(ARIOSO);
    }

    @Test
    void soundIsMadeByArithmeticThatIsTheSameEverywhere() {
        noClasses().that().resideInAnyPackage("io.arioso.dsp..", "io.arioso.plugins..", "io.arioso.runtime..",
            "io.arioso.sdk..", "io.arioso.host.demo..").should().callMethodWhere(platformMaths()).check(ARIOSO);
    }

    @Test
    void documentsAreWrittenBySafeFileAlone() {
        noClasses().that().resideInAnyPackage("io.arioso.host.preset..", "io.arioso.host.session..", "io.arioso.cli..",
            "io.arioso.bridge.install..")
            .should().callMethodWhere(writesFiles()).check(ARIOSO);
    }

    @Test
    void nothingIsRevivedFromSerializedObjects() {
        noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class).check(ARIOSO);
    }

    @Test
    void onlyTheProgramsEntryEndsTheProcess() {
        noClasses().that().doNotHaveFullyQualifiedName("io.arioso.cli.Main").and().resideOutsideOfPackage("io.arioso.testkit..")
            .should().callMethod(System.class, "exit", int.class).check(ARIOSO);
    }
}

package io.arioso.bridge.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.bridge.effects.Hollow;
import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawFinding;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.daw.DawWorld;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final Set<DawFormat> ALL = EnumSet.allOf(DawFormat.class);

    @TempDir
    Path folder;

    private Path home;
    private DawWorld world;

    @BeforeEach
    void settle() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        world = new DawWorld(TestBundle.program(), "1.0.0", Map.of(), home);
    }

    private static BundleOrder order(Set<DawFormat> formats) {
        return new BundleOrder(List.of(TestBundle.jar(Hollow.class)), "Hollow", "", formats, List.of(), false, false);
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.map(path -> home.relativize(path).toString()).sorted().toList();
        }
    }

    @Test
    void aFailedInstallationLeavesNothing() throws IOException {
        Files.writeString(home.resolve(".lv2"), "a file where a folder should be");
        List<String> before = tree();
        assertThrows(IOException.class, () -> new Installation(world).install(order(ALL), Optional.empty()));
        assertEquals(before, tree());
        assertEquals(List.of(), new Installation(world).installed());
    }

    @Test
    void anUpdateOfOneFormatLeavesTheOthersAndTheirRecord() throws Exception {
        new Installation(world).install(order(ALL), Optional.empty());
        DawWorld later = new DawWorld(world.program(), "2.0.0", Map.of(), home);
        new Installation(later).install(order(EnumSet.of(DawFormat.CLAP)), Optional.empty());
        DawBundle bundle = new Installation(later).installed().get(0);
        assertEquals("2.0.0", bundle.version());
        assertTrue(bundle.files().contains(home.resolve(".vst3/Hollow.vst3/Contents/Resources/moduleinfo.json")));
        assertEquals(List.of(), new Installation(later).damaged("Hollow"));
        new Installation(later).uninstall("Hollow");
        assertEquals(List.of(""), tree());
    }

    @Test
    void whatSomebodyElsePutThereIsNotReplaced() throws Exception {
        Path theirs = Files.createDirectories(home.resolve(".vst3/Hollow.vst3")).resolve("theirs");
        Files.writeString(theirs, "theirs");
        List<String> before = tree();
        FileAlreadyExistsException refusal = assertThrows(FileAlreadyExistsException.class,
            () -> new Installation(world).install(order(ALL), Optional.empty()));
        assertEquals(theirs.toString(), refusal.getFile());
        assertEquals(before, tree());
    }

    @Test
    void twoBundlesDoNotDisturbEachOther() throws Exception {
        new Installation(world).install(order(ALL), Optional.empty());
        List<String> one = tree().stream().filter(path -> !path.endsWith("~")).toList();
        BundleOrder other = new BundleOrder(order(ALL).jars(), "Other", "", ALL, List.of(), false, false);
        new Installation(world).install(other, Optional.empty());
        assertEquals(2, new Installation(world).installed().size());
        new Installation(world).uninstall("Other");
        assertEquals(one, tree().stream().filter(path -> !path.endsWith("~")).toList());
        new Installation(world).uninstall("Hollow");
        assertEquals(List.of(""), tree());
    }

    @Test
    void aRecordThatCannotBeReadIsNamedAndNothingIsTouched() throws Exception {
        new Installation(world).install(order(ALL), Optional.empty());
        Path record = world.records().resolve("installed.json");
        Files.writeString(record, Files.readString(record).replace("\"path\": \"/", "\"path\": \"../"));
        List<String> before = tree();
        IOException fault = assertThrows(IOException.class, () -> new Installation(world).uninstall("Hollow"));
        assertTrue(fault.getMessage().contains("expected an absolute path"), fault.getMessage());
        assertEquals(before, tree());
    }

    @Test
    void theExaminationFindsWhatIsMissing() throws Exception {
        new Installation(world).install(order(ALL), Optional.empty());
        List<DawFinding> findings = new Examination(world).findings();
        assertEquals(List.of("display"), findings.stream().filter(finding -> !finding.well()).map(DawFinding::thing).toList());
        Files.delete(home.resolve(".clap/Hollow.arioso/table"));
        Files.writeString(home.resolve(".lv2/Hollow.lv2/arioso/table"), "rubbish");
        DawWorld later = new DawWorld(world.program(), "2.0.0",
            Map.of("DISPLAY", ":0", "LV2_PATH", "/usr/lib/lv2"), home);
        List<DawFinding> faults = new Examination(later).findings().stream().filter(finding -> !finding.well()).toList();
        assertEquals(List.of("LV2_PATH", "bundle Hollow", "files of Hollow", "table"),
            faults.stream().map(DawFinding::thing).toList());
        for (DawFinding fault : faults) assertFalse(fault.cure().isEmpty(), fault.thing());
    }
}

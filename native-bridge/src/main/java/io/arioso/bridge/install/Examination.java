package io.arioso.bridge.install;

import io.arioso.bridge.bundle.BundleLayout;
import io.arioso.bridge.bundle.BundleParts;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawFinding;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.daw.DawWorld;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Looks at everything that lies between a DAW and its first block of sound. [main-thread] */
final class Examination {
    private static final String AGAIN = "run: arioso bridge install";

    private final DawWorld world;
    private final List<DawFinding> findings = new ArrayList<>();

    Examination(DawWorld world) {
        this.world = world;
    }

    List<DawFinding> findings() throws IOException {
        platform();
        parts();
        java();
        display();
        folders();
        List<DawBundle> bundles = bundles();
        check(!bundles.isEmpty(), "installed bundles", bundles.isEmpty() ? "none" : Integer.toString(bundles.size()), AGAIN);
        for (DawBundle bundle : bundles) bundle(bundle);
        return findings;
    }

    private void platform() {
        String system = System.getProperty("os.name");
        String machine = BundleLayout.architecture();
        check(system.equals("Linux"), "system", system + " on " + machine, "the bridge is written for Linux so far");
    }

    private void parts() {
        try {
            BundleParts parts = BundleParts.of(world.program());
            String fault = ShimReport.fault(parts.shim());
            check(fault.isEmpty(), "shim", fault.isEmpty() ? parts.shim().toString() : fault,
                "install the Arioso for this machine");
            check(!parts.editor().isEmpty(), "editor", parts.editor().size() + " jars in "
                + world.program().resolve("lib").resolve("editor"), "install Arioso anew");
        } catch (IOException missing) {
            check(false, "shim", missing.getMessage(), "install Arioso anew");
        }
    }

    /** What the shim of an installed bundle says, which may have a Java of its own, or else that of the program. */
    private void java() {
        Path shim = world.program().resolve("lib").resolve("native").resolve(BundleParts.SHIM);
        for (DawFormat format : DawFormat.values()) {
            Path installed = new BundleLayout(format, world.folder(format), DawBridge.OWN_BUNDLE).binary();
            if (Files.exists(installed)) shim = installed;
        }
        findings.add(ShimReport.java(shim));
    }

    private void display() {
        String display = world.variables().getOrDefault("DISPLAY", "");
        check(!display.isEmpty(), "display", display.isEmpty() ? "DISPLAY is not set: effects work, editors do not open"
            : display, "start the DAW in an X11 or XWayland session");
    }

    private void folders() {
        for (DawFormat format : DawFormat.values()) {
            Path folder = world.folder(format);
            Path existing = folder.toAbsolutePath();
            while (existing != null && !Files.exists(existing)) existing = existing.getParent();
            boolean writable = existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
            check(writable, format.word().toUpperCase(Locale.ROOT) + " folder", folder
                + (Files.isDirectory(folder) ? "" : " (not there yet)"), "make " + existing + " writable for you");
        }
        String searched = world.variables().getOrDefault("LV2_PATH", "");
        Path own = world.folder(DawFormat.LV2).normalize();
        boolean found = searched.isEmpty() || Arrays.stream(searched.split(File.pathSeparator))
            .anyMatch(entry -> Path.of(entry.replaceFirst("^~", world.home().toString())).normalize().equals(own));
        check(found, "LV2_PATH", searched.isEmpty() ? "not set" : searched, "add " + own + " to LV2_PATH");
    }

    private List<DawBundle> bundles() throws IOException {
        try {
            return new Installation(world).installed();
        } catch (IOException unreadable) {
            check(false, "record of installed bundles", unreadable.getMessage(),
                "repair it or move it away, then " + AGAIN);
            return List.of();
        }
    }

    private void bundle(DawBundle bundle) throws IOException {
        check(bundle.version().equals(world.version()), "bundle " + bundle.name(), "made by Arioso " + bundle.version()
            + (bundle.version().equals(world.version()) ? "" : ", this is " + world.version()),
            bundle.name().equals(DawBridge.OWN_BUNDLE) ? AGAIN : "run arioso bundle for it again, with --install");
        List<Path> missing = new Installation(world).damaged(bundle.name());
        check(missing.isEmpty(), "files of " + bundle.name(), missing.isEmpty() ? bundle.files().size() + " as written"
            : missing.size() + " missing or changed, first " + missing.get(0), AGAIN);
        for (Path file : bundle.files())
            if (file.endsWith(BundleTable.FILE)) table(file);
    }

    private void table(Path file) {
        try {
            BundleTable table = BundleTable.read(file.getParent());
            check(true, "table", file + ": " + table.effects().size() + " effects", "");
        } catch (IOException damaged) {
            check(false, "table", damaged.getMessage(), AGAIN);
        }
    }

    private void check(boolean well, String thing, String state, String cure) {
        findings.add(new DawFinding(well, thing, state, well ? "" : cure));
    }
}

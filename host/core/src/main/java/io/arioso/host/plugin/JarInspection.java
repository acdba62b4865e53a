package io.arioso.host.plugin;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One look through one jar: every entry is unpacked once and checked, class files that may be plug-ins are read. */
final class JarInspection implements AutoCloseable {
    private static final String SDK = "io/arioso/sdk/";
    private static final int MAX_SHOWN = 80;

    private final Path jar;
    private final RandomAccessFile file;
    private final ZipContents contents;
    private final ZipDirectory directory;

    /** Opens a jar and reads its directory. */
    JarInspection(Path jar) throws IOException, BadJarException {
        this.jar = jar;
        file = new RandomAccessFile(jar.toFile(), "r");
        contents = new ZipContents(file);
        try {
            JarLimits.checkJar(file.length());
            directory = ZipDirectory.read(file);
        } catch (IOException | BadJarException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** What the jar holds: a result for each annotated class, by class name. */
    List<ScanResult> results() throws IOException, BadJarException {
        String sha256 = hash();
        List<ZipEntryInfo> candidates = checkEntries();
        Map<String, String> classOfId = new LinkedHashMap<>();
        List<ScanResult> results = new ArrayList<>();
        for (ZipEntryInfo candidate : candidates) {
            ClassFacts facts = facts(candidate);
            if (facts.pluginInfo() != null) results.add(result(facts, sha256, classOfId));
        }
        if (results.isEmpty()) throw new BadJarException("there is no plug-in in it: no class has @PluginInfo");
        return results;
    }

    private ScanResult result(ClassFacts facts, String sha256, Map<String, String> classOfId) throws IOException {
        try {
            PluginDescriptor plugin = new DescriptorReader(facts).read(jar, sha256);
            String fault = facts.instantiationFault();
            if (fault != null) throw new BadJarException(plugin.className() + " " + fault);
            if (!new Ancestry(this::find).implementsPlugin(facts))
                throw new BadJarException(plugin.className() + " does not implement io.arioso.sdk.AudioPlugin");
            String other = classOfId.putIfAbsent(plugin.id(), plugin.className());
            if (other != null)
                throw new BadJarException(plugin.className() + " has the id " + plugin.id() + " of " + other);
            return new Available(plugin);
        } catch (BadJarException refused) {
            return new Broken(jar, refused.getMessage());
        }
    }

    private String hash() throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        file.seek(0);
        for (int read = file.read(buffer); read >= 0; read = file.read(buffer)) digest.update(buffer, 0, read);
        return Sha256.hex(digest);
    }

    /** Unpacks everything in file order; overlapping entries would unpack one byte of the file twice. */
    private List<ZipEntryInfo> checkEntries() throws IOException, BadJarException {
        List<ZipEntryInfo> ordered = new ArrayList<>(directory.entries());
        ordered.sort(Comparator.comparingLong(ZipEntryInfo::headerAt));
        List<ZipEntryInfo> candidates = new ArrayList<>();
        long end = 0;
        for (ZipEntryInfo entry : ordered) {
            if (entry.headerAt() < end) throw new BadJarException(entry.shownName() + " overlaps another entry");
            end = contents.contentAt(entry) + entry.packedBytes();
            if (end > directory.startsAt()) throw new BadJarException(entry.shownName() + " overlaps the directory");
            if (!entry.isClass()) contents.check(entry);
            else if (checkClass(entry)) candidates.add(entry);
        }
        candidates.sort(Comparator.comparing(ZipEntryInfo::name));
        return candidates;
    }

    /** Checks a class file; true if it may be a plug-in. */
    private boolean checkClass(ZipEntryInfo entry) throws IOException, BadJarException {
        ClassFileReader reader = new ClassFileReader(contents.read(entry));
        // Variants for other Java versions, META-INF/versions, are picked by the class loader if they fit.
        boolean variant = entry.name().startsWith("META-INF/");
        String name = entry.className().replaceFirst("^META-INF/versions/\\d+/", "");
        if (PluginClassLoader.isShared(name.replace('/', '.')) || name.startsWith("java/"))
            throw new BadJarException("it carries its own copy of " + shown(name)
                + ", which always comes from the host: keep the SDK, JavaFX and Java out of the jar");
        if (!reader.hasMagic()) throw new BadJarException(entry.shownName() + " is not a class file");
        if (variant) return false;
        checkVersion(entry, reader);
        checkSdkReferences(entry, reader);
        return reader.mentionsPluginInfo();
    }

    private static void checkVersion(ZipEntryInfo entry, ClassFileReader reader) throws BadJarException {
        int running = Runtime.version().feature();
        if (reader.javaVersion() > running)
            throw new BadJarException("it needs Java " + reader.javaVersion() + ", this is Java " + running
                + " (" + entry.shownName() + ")");
        if (reader.needsPreview())
            throw new BadJarException(entry.shownName() + " needs preview features of Java " + reader.javaVersion());
    }

    private static void checkSdkReferences(ZipEntryInfo entry, ClassFileReader reader) throws BadJarException {
        try {
            for (String name : reader.referencedClasses(SDK)) {
                if (!HostClasses.exists(name)) throw new BadJarException("it needs another version of the SDK: "
                    + shown(name) + " is not in this one (" + entry.shownName() + ")");
            }
        } catch (RuntimeException malformed) {
            throw notAClass(entry);
        }
    }

    private ClassFacts facts(ZipEntryInfo entry) throws IOException, BadJarException {
        ClassFacts facts;
        try {
            facts = new ClassFileReader(contents.read(entry)).facts();
        } catch (RuntimeException | StackOverflowError malformed) {
            // Annotations nested without end exhaust ASM's stack.
            throw notAClass(entry);
        }
        if (!facts.name().equals(entry.className()))
            throw new BadJarException(entry.shownName() + " holds the class " + shown(facts.name()));
        return facts;
    }

    private static String shown(String className) {
        return DisplayText.escape(className.replace('/', '.'), MAX_SHOWN);
    }

    private static BadJarException notAClass(ZipEntryInfo entry) {
        return new BadJarException(entry.shownName() + " is a damaged class file");
    }

    /** The class of this name if the jar has it, else null. */
    private ClassFacts find(String name) throws IOException, BadJarException {
        ZipEntryInfo entry = directory.find(name + ".class");
        return entry == null ? null : facts(entry);
    }

    @Override
    public void close() throws IOException {
        contents.close();
        file.close();
    }
}

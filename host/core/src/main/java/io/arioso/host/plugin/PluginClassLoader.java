package io.arioso.host.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/**
 * The world of one effect jar: the JDK, the packages it shares with the host, and its own classes; nothing else.
 *
 * <p>Shared are {@code io.arioso.sdk}, {@code io.arioso.editor} and {@code javafx}, always from the host, for a value
 * that crosses the border must have one class. Everything else is the jar's own, so that the host's libraries and those
 * of other effects are out of sight, and two versions of one effect live side by side.
 *
 * <p>Reads its one jar itself instead of being a {@code URLClassLoader}, which would follow {@code Class-Path} and
 * {@code INDEX.LIST} to other jars that nobody scanned, and whose resource URLs leave file handles open. [any-thread]
 *
 * <p>A class that calls {@code System.exit} or its like gets an exception instead, see {@link ExitCalls}; every other
 * class is defined as it lies in the jar.
 */
final class PluginClassLoader extends SecureClassLoader implements Closeable {
    private static final List<String> SHARED_PACKAGES = List.of("io.arioso.sdk.", "io.arioso.editor.", "javafx.");

    static {
        registerAsParallelCapable();
    }

    private static final System.Logger LOGGER = System.getLogger(PluginClassLoader.class.getName());

    private final ClassLoader host = PluginClassLoader.class.getClassLoader();
    private final JarFile jar;
    private final URL location;

    /**
     * Opens a jar that stays open until {@link #close}.
     *
     * @param file a private copy, so that nobody replaces it while it is in use
     */
    PluginClassLoader(Path file) throws IOException {
        super("plug-in " + file.getFileName(), getPlatformClassLoader());
        location = file.toUri().toURL();
        jar = new JarFile(file.toFile(), true, ZipFile.OPEN_READ, Runtime.version());
    }

    /** Whether classes of this binary name come from the host, for every plug-in. */
    static boolean isShared(String className) {
        for (String shared : SHARED_PACKAGES) if (className.startsWith(shared)) return true;
        return false;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] content = ExitCalls.replaced(read(name));
        int dot = name.lastIndexOf('.');
        if (dot >= 0 && getDefinedPackage(name.substring(0, dot)) == null) definePackage(name.substring(0, dot));
        return defineClass(name, content, 0, content.length, new CodeSource(location, (Certificate[]) null));
    }

    private byte[] read(String className) throws ClassNotFoundException {
        try {
            JarEntry entry = jar.getJarEntry(className.replace('.', '/') + ".class");
            if (entry == null) throw new ClassNotFoundException(className);
            try (InputStream content = jar.getInputStream(entry)) {
                return content.readAllBytes();
            }
        } catch (IOException | IllegalStateException unreadable) {
            throw new ClassNotFoundException(className + ": its jar is closed or unreadable", unreadable);
        }
    }

    private void definePackage(String name) {
        try {
            definePackage(name, null, null, null, null, null, null, null);
        } catch (IllegalArgumentException definedByAnotherThread) {
            assert getDefinedPackage(name) != null;
        }
    }

    @Override
    public URL getResource(String name) {
        return isShared(name.replace('/', '.')) ? host.getResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return isShared(name.replace('/', '.')) ? host.getResources(name) : super.getResources(name);
    }

    /** As {@link #getResource}, but from the jar that is open anyway: a stream that nobody closes ends with it. */
    @Override
    public InputStream getResourceAsStream(String name) {
        try {
            JarEntry own = isShared(name.replace('/', '.')) ? null : jar.getJarEntry(name);
            boolean visible = own != null && getParent().getResource(name) == null;
            return visible ? jar.getInputStream(own) : super.getResourceAsStream(name);
        } catch (IOException | IllegalStateException unreadable) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        try {
            JarEntry entry = jar.getJarEntry(name);
            if (entry == null) return null;
            String path = new URI(null, null, "/" + entry.getRealName(), null).getRawPath();
            return new URL(null, "jar:" + location + "!" + path, new UncachedHandler());
        } catch (IOException | IllegalStateException | java.net.URISyntaxException unreadable) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL resource = findResource(name);
        return Collections.enumeration(resource == null ? List.of() : List.of(resource));
    }

    /** Closes the jar: classes that are loaded go on, others are not found any more. */
    @Override
    public void close() {
        try {
            jar.close();
        } catch (IOException failure) {
            // Nothing was written, so nothing is lost; the handle is given back all the same.
            LOGGER.log(Level.DEBUG, "closing {0}: {1}", jar.getName(), failure.getMessage());
        }
    }

    /** Opens {@code jar:} addresses without the JDK's cache, which would keep the jar's file handle for ever. */
    private static final class UncachedHandler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            URLConnection connection = new URL(address.toExternalForm()).openConnection();
            connection.setUseCaches(false);
            return connection;
        }
    }
}

package io.arioso.host.plugin;

/** Lends the current thread a context class loader, for the length of a try block. */
final class ContextLoader implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    ContextLoader(ClassLoader loader) {
        thread.setContextClassLoader(loader);
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}

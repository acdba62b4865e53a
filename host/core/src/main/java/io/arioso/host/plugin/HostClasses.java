package io.arioso.host.plugin;

import io.arioso.sdk.AudioPlugin;

/** What a plug-in's class can inherit from outside its jar: the shared packages of the host, and Java. */
final class HostClasses {
    private HostClasses() {
    }

    /** Whether a class, by its class-file name, is there. Never runs an initializer. */
    static boolean exists(String name) {
        return find(name) != null;
    }

    /** Whether a class that is there is an {@link AudioPlugin}. */
    static boolean isPlugin(String name) {
        Class<?> type = find(name);
        return type != null && AudioPlugin.class.isAssignableFrom(type);
    }

    private static Class<?> find(String name) {
        String binaryName = name.replace('/', '.');
        ClassLoader loader = PluginClassLoader.isShared(binaryName)
            ? HostClasses.class.getClassLoader() : ClassLoader.getPlatformClassLoader();
        try {
            return Class.forName(binaryName, false, loader);
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null;
        }
    }
}

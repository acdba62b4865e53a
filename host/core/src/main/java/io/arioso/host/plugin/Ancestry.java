package io.arioso.host.plugin;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Walks up from a class through the jar to the SDK and Java; survives classes that inherit from each other. */
final class Ancestry {
    private static final int MAX_SHOWN = 80;

    /** Finds a class of the jar. */
    @FunctionalInterface
    interface JarClasses {
        /** The facts of a class by its class-file name, or null if the jar does not have it. */
        ClassFacts find(String name) throws IOException, BadJarException;
    }

    private final JarClasses jar;

    Ancestry(JarClasses jar) {
        this.jar = jar;
    }

    /**
     * Whether the class is an {@code AudioPlugin}, itself or by inheritance.
     *
     * @throws BadJarException if an ancestor is nowhere to be found
     */
    boolean implementsPlugin(ClassFacts type) throws IOException, BadJarException {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        boolean plugin = false;
        open.add(type.name());
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!seen.add(name)) continue;
            ClassFacts own = jar.find(name);
            if (own != null) {
                if (own.superName() != null) open.add(own.superName());
                open.addAll(own.interfaces());
            } else if (HostClasses.exists(name)) {
                plugin |= HostClasses.isPlugin(name);
            } else {
                throw new BadJarException(type.binaryName() + " inherits from "
                    + DisplayText.escape(name.replace('/', '.'), MAX_SHOWN)
                    + ", which is neither in the jar nor in the SDK nor in Java");
            }
        }
        return plugin;
    }
}

package io.arioso.host.plugin;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * What the loader wants to know of a class, read from its bytes.
 *
 * @param name as class files write it: {@code com/example/Gain}
 * @param superName null for {@code java/lang/Object}
 * @param access flags of the class itself; for a nested class those of its declaration
 * @param nestedInstance whether it is an inner class that needs an outer instance
 * @param publicDefaultConstructor whether anybody may construct it without arguments
 * @param pluginInfo members of its {@code @PluginInfo} as written, or null if it has none
 */
record ClassFacts(String name, String superName, List<String> interfaces, int access, boolean nestedInstance,
                  boolean publicDefaultConstructor, Map<String, Object> pluginInfo) {

    /** The name as Java writes it: {@code com.example.Gain}. */
    String binaryName() {
        return name.replace('/', '.');
    }

    /** Why nobody can make an instance, or null if somebody can. */
    String instantiationFault() {
        if ((access & Opcodes.ACC_INTERFACE) != 0) return "is an interface";
        if ((access & Opcodes.ACC_PUBLIC) == 0) return "is not public";
        if ((access & Opcodes.ACC_ABSTRACT) != 0) return "is abstract";
        if (nestedInstance) return "is an inner class and not static";
        if (!publicDefaultConstructor) return "has no public constructor without arguments";
        return null;
    }
}

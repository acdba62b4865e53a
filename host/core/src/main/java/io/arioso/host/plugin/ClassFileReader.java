package io.arioso.host.plugin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads class files without defining the class. Damaged ones make ASM throw anything: callers expect it. */
final class ClassFileReader {
    static final String PLUGIN_INFO = "Lio/arioso/sdk/PluginInfo;";
    private static final byte[] PLUGIN_INFO_BYTES = PLUGIN_INFO.getBytes(StandardCharsets.US_ASCII);
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_1 = 44;
    private static final int CLASS_TAG = 7;

    private final byte[] content;

    /** Takes over the bytes of a class file. */
    ClassFileReader(byte[] content) {
        this.content = content;
    }

    /** Whether this can be a class file at all. */
    boolean hasMagic() {
        return content.length > 10
            && MAGIC == (content[0] << 24 | (content[1] & 0xFF) << 16 | (content[2] & 0xFF) << 8 | content[3] & 0xFF);
    }

    /** The Java version that the class file needs, for example 17. */
    int javaVersion() {
        return ((content[6] & 0xFF) << 8 | content[7] & 0xFF) - JAVA_1;
    }

    /** Whether the class needs a Java started with preview features. */
    boolean needsPreview() {
        return content[4] == -1 && content[5] == -1;
    }

    /** Whether the class may carry the annotation; cheap, and never wrong when it says no. */
    boolean mentionsPluginInfo() {
        int last = content.length - PLUGIN_INFO_BYTES.length;
        for (int at = 0; at <= last; at++) {
            if (content[at] == 'L' && Arrays.equals(content, at, at + PLUGIN_INFO_BYTES.length, PLUGIN_INFO_BYTES, 0,
                PLUGIN_INFO_BYTES.length)) return true;
        }
        return false;
    }

    /** The classes that this one names and whose name begins so, in class-file form. */
    Set<String> referencedClasses(String prefix) {
        ClassReader reader = reader();
        char[] buffer = new char[reader.getMaxStringLength()];
        Set<String> names = new TreeSet<>();
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at == 0 || reader.readByte(at - 1) != CLASS_TAG) continue;
            String name = reader.readUTF8(at, buffer);
            if (name.startsWith("[")) name = name.substring(name.indexOf('L') + 1).replace(";", "");
            if (name.startsWith(prefix)) names.add(name);
        }
        return names;
    }

    ClassFacts facts() {
        FactCollector collector = new FactCollector();
        reader().accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return collector.facts();
    }

    // ASM refuses class files younger than itself; what is read here has looked the same since Java 5.
    private ClassReader reader() {
        if (javaVersion() > 17) {
            content[6] = 0;
            content[7] = JAVA_1 + 17;
        }
        return new ClassReader(content);
    }

    private static final class FactCollector extends ClassVisitor {
        private String name;
        private String superName;
        private List<String> interfaces;
        private int access;
        private boolean nestedInstance;
        private boolean publicDefaultConstructor;
        private Map<String, Object> pluginInfo;

        FactCollector() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int flags, String thisName, String signature, String parent, String[] roles) {
            name = thisName;
            access = flags;
            superName = parent;
            interfaces = roles == null ? List.of() : List.of(roles);
        }

        @Override
        public void visitInnerClass(String inner, String outer, String simpleName, int flags) {
            if (!inner.equals(name)) return;
            access = flags;
            nestedInstance = (flags & (Opcodes.ACC_STATIC | Opcodes.ACC_INTERFACE)) == 0;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (!visible || !descriptor.equals(PLUGIN_INFO)) return null;
            Map<String, Object> members = new HashMap<>();
            pluginInfo = members;
            return new MemberCollector(members);
        }

        @Override
        public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature,
                                         String[] thrown) {
            if (method.equals("<init>") && descriptor.equals("()V"))
                publicDefaultConstructor = (flags & Opcodes.ACC_PUBLIC) != 0;
            return null;
        }

        ClassFacts facts() {
            return new ClassFacts(name, superName, interfaces, access, nestedInstance, publicDefaultConstructor,
                pluginInfo);
        }
    }

    /** Collects constants and the names of enum constants; nested annotations and arrays mean nothing here. */
    private static final class MemberCollector extends AnnotationVisitor {
        private final Map<String, Object> members;

        MemberCollector(Map<String, Object> members) {
            super(Opcodes.ASM9);
            this.members = members;
        }

        @Override
        public void visit(String member, Object value) {
            members.put(member, value);
        }

        @Override
        public void visitEnum(String member, String descriptor, String value) {
            members.put(member, value);
        }
    }
}

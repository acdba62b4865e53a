package io.arioso.host.plugin;

import java.util.Arrays;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Keeps a plug-in from ending the whole process by mistake: calls of {@code System.exit}, {@code Runtime.exit} and
 * {@code Runtime.halt} and references to these methods are led to a method that throws. It guards against accidents,
 * not against malice: reflection and native code get through.
 */
final class ExitCalls {
    private static final byte[][] NAMES = {utf8Constant("exit"), utf8Constant("halt")};
    private static final String INSTEAD = "arioso$exit";
    private static final String SYSTEM = "java/lang/System";
    private static final String RUNTIME = "java/lang/Runtime";
    private static final String STATIC_SHAPE = "(I)V";
    private static final String RUNTIME_SHAPE = "(Ljava/lang/Runtime;I)V";

    private ExitCalls() {
    }

    /** The class file without such calls; the very same bytes if it has none, or is none that can be understood. */
    static byte[] replaced(byte[] classFile) {
        if (!mentionsExit(classFile)) return classFile;
        try {
            ClassReader reader = new ClassReader(classFile);
            ClassWriter writer = new ClassWriter(reader, 0);
            Replacing replacing = new Replacing(writer, reader);
            reader.accept(replacing, 0);
            return replacing.found() ? writer.toByteArray() : classFile;
        } catch (RuntimeException damaged) {
            return classFile; // the virtual machine refuses it with a better reason
        }
    }

    /** Whether the constant pool can have one of the names; cheap, and never wrong when it says no. */
    private static boolean mentionsExit(byte[] content) {
        for (int at = 0; at <= content.length - NAMES[0].length; at++) {
            if (content[at] != 1) continue;
            for (byte[] name : NAMES)
                if (Arrays.equals(content, at, at + name.length, name, 0, name.length)) return true;
        }
        return false;
    }

    private static byte[] utf8Constant(String name) {
        byte[] constant = new byte[3 + name.length()];
        constant[0] = 1;
        constant[2] = (byte) name.length();
        for (int i = 0; i < name.length(); i++) constant[3 + i] = (byte) name.charAt(i);
        return constant;
    }

    private static boolean exits(String owner, String name, String shape) {
        return shape.equals(STATIC_SHAPE)
            && (owner.equals(SYSTEM) && name.equals("exit")
                || owner.equals(RUNTIME) && (name.equals("exit") || name.equals("halt")));
    }

    /** Gives the class a method of its own for each shape that it needs, so that stack and frames stay as they are. */
    private static final class Replacing extends ClassVisitor {
        private final String name;
        private final boolean isInterface;
        private boolean ofSystem;
        private boolean ofRuntime;

        Replacing(ClassVisitor target, ClassReader source) {
            super(Opcodes.ASM9, target);
            name = source.getClassName();
            isInterface = (source.getAccess() & Opcodes.ACC_INTERFACE) != 0;
        }

        boolean found() {
            return ofSystem || ofRuntime;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String shape, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, method, shape, signature, thrown)) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String calledShape, boolean itf) {
                    if (exits(owner, called, calledShape))
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, name, INSTEAD, shapeFor(owner), isInterface);
                    else super.visitMethodInsn(opcode, owner, called, calledShape, itf);
                }

                @Override
                public void visitInvokeDynamicInsn(String called, String calledShape, Handle bootstrap,
                        Object... arguments) {
                    Object[] guarded = arguments.clone();
                    for (int i = 0; i < guarded.length; i++) guarded[i] = guarded(guarded[i]);
                    super.visitInvokeDynamicInsn(called, calledShape, bootstrap, guarded);
                }

                @Override
                public void visitLdcInsn(Object constant) {
                    super.visitLdcInsn(guarded(constant));
                }
            };
        }

        private Object guarded(Object constant) {
            return constant instanceof Handle handle && exits(handle.getOwner(), handle.getName(), handle.getDesc())
                ? new Handle(Opcodes.H_INVOKESTATIC, name, INSTEAD, shapeFor(handle.getOwner()), isInterface)
                : constant;
        }

        private String shapeFor(String owner) {
            if (owner.equals(SYSTEM)) ofSystem = true;
            else ofRuntime = true;
            return owner.equals(SYSTEM) ? STATIC_SHAPE : RUNTIME_SHAPE;
        }

        @Override
        public void visitEnd() {
            if (ofSystem) addThrowing(STATIC_SHAPE, 1);
            if (ofRuntime) addThrowing(RUNTIME_SHAPE, 2);
            super.visitEnd();
        }

        private void addThrowing(String shape, int locals) {
            MethodVisitor code = cv.visitMethod(
                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, INSTEAD, shape, null, null);
            code.visitCode();
            code.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalStateException");
            code.visitInsn(Opcodes.DUP);
            code.visitLdcInsn("an effect may not end the program that it runs in");
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/IllegalStateException", "<init>",
                "(Ljava/lang/String;)V", false);
            code.visitInsn(Opcodes.ATHROW);
            code.visitMaxs(3, locals);
            code.visitEnd();
        }
    }
}

package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The allocation check in a virtual machine that only interprets: nothing that a compiler might optimise away hides.
 * {@code java -Xint io.arioso.testkit.ColdAllocation CLASS CHANNELS SIDECHAIN_CHANNELS} prints bytes and first block.
 */
public final class ColdAllocation {
    /** Blocks rendered before counting: classes are loaded and lambdas linked. */
    static final int WARM_UP_BLOCKS = 600;
    /** Blocks counted. */
    static final int BLOCKS = 2000;
    private static final String MARK = "allocated ";
    private static final long LONGEST_SECONDS = 60;

    private ColdAllocation() {
    }

    /** Runs the check on a class with a constructor without arguments. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        BusLayout layout = new BusLayout(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        AllocationCheck.Result result =
            AllocationCheck.measure((AudioPlugin) constructor.newInstance(), layout, WARM_UP_BLOCKS, BLOCKS);
        System.out.println(MARK + result.bytes() + " " + result.firstBlock());
    }

    /** Starts such a virtual machine and returns what it has counted. */
    static AllocationCheck.Result inNewVirtualMachine(String className, BusLayout layout, String classPath)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(java, "-Xint", "-Xshare:auto", "-cp", classPath,
            ColdAllocation.class.getName(), className, Integer.toString(layout.channels()),
            Integer.toString(layout.sidechainChannels()))).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        int mark = output.lastIndexOf(MARK);
        if (mark < 0)
            throw new AssertionError("the interpreter run of " + className + " ended without a result: " + output);
        String[] figures = output.substring(mark + MARK.length()).strip().split(" ");
        return new AllocationCheck.Result(Long.parseLong(figures[0]), Long.parseLong(figures[1]));
    }
}

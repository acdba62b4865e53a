package io.arioso.bridge;

import com.sun.jna.Pointer;

/** The Java side of one plug-in format: its main-thread functions. */
public interface PluginFormat {

    /**
     * Writes this format's functions over those that the shim's tables begin with. Once a process. [main-thread]
     *
     * @param tables where the format's C file has its tables
     */
    void install(Pointer tables);

    /**
     * Makes the face of a new instance. [main-thread]
     *
     * @param handle the instance's number; the first word of the C instance
     * @param plugin the instance itself
     * @param face what the format's C file keeps for it
     * @param detail what the format's C file wants to say besides, 0 for nothing
     */
    BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long detail);
}

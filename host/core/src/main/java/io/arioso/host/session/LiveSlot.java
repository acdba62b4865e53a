package io.arioso.host.session;

import io.arioso.sdk.AudioPlugin;

/**
 * One slot of a chain with its live plug-in.
 *
 * @param pluginId eternal id of the plug-in
 * @param version version of the plug-in
 * @param preset name of the preset that it started from, empty for none
 * @param plugin the instance; whoever holds the slot closes it
 */
public record LiveSlot(String pluginId, String version, String preset, AudioPlugin plugin) {
}

package io.arioso.host.render;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginCategory;

/**
 * One effect of a chain, set up and not yet prepared.
 *
 * @param name how messages call it
 * @param category what kind of effect it is
 * @param plugin the instance; its owner closes it
 */
public record ChainSlot(String name, PluginCategory category, AudioPlugin plugin) {
}

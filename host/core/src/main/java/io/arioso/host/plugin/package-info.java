/**
 * Finding and loading effects: {@link io.arioso.host.plugin.PluginCatalog} says what is there without running a line of
 * any plug-in, {@link io.arioso.host.plugin.PluginLibrary} makes instances, each jar in a class loader of its own.
 *
 * <p>A plug-in is a program: this package protects the user from mistakes in plug-ins, not from malice.
 */
package io.arioso.host.plugin;

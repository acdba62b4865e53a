/** Presets: one saved state of one plug-in, as a file that people may read, edit and share. */
package io.arioso.host.preset;

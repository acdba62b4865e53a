/** The Compressor effect. */
package io.arioso.plugins.compressor;

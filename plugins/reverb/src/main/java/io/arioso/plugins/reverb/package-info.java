/** The Reverb effect. */
package io.arioso.plugins.reverb;

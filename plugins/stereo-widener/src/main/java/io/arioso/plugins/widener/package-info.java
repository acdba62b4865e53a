/** The Stereo Widener effect. */
package io.arioso.plugins.widener;

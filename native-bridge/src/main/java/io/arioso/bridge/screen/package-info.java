/**
 * The editor's process: JavaFX, the effects' views, and X11 windows put into those of the DAW. It shows what the DAW's
 * process sends over the control link and owns nothing. Never loaded inside a DAW.
 */
package io.arioso.bridge.screen;

/** CLAP: the functions that a DAW calls on its main thread. The audio thread's are in {@code clap.c}. */
package io.arioso.bridge.clap;

/** VST3: the functions that a DAW calls on its main thread. The audio thread's are in {@code vst3_processor.c}. */
package io.arioso.bridge.vst3;

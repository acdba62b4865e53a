/** LV2: the functions that a DAW calls on its main thread. The audio thread's are in {@code lv2.c}. */
package io.arioso.bridge.lv2;

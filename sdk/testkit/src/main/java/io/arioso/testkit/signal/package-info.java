/** Signals to test with: the same bits on every machine. */
package io.arioso.testkit.signal;

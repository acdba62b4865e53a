/** What a processor shows the world: wait-free to write, any number of readers. */
package io.arioso.sdk.meter;

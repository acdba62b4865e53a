/** Bundles where DAWs find them: written, recorded, examined and removed again without a trace. */
package io.arioso.bridge.install;

/** Makes bundles for DAWs out of effect jars. */
package io.arioso.bridge.bundle;

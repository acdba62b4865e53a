/** Real DAWs with the bridge's bundles in them; run by the Maven profile {@code daw}. */
package io.arioso.bridge.daw;

/** The Delay effect. */
package io.arioso.plugins.delay;

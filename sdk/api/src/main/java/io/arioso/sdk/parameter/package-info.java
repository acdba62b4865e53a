/**
 * Parameters: eternal id, name, group, unit, range, skew, and text both ways.
 *
 * <p><em>Plain</em> is what the user reads (decibels, hertz), <em>normalized</em> is the same value on 0..1.
 */
package io.arioso.sdk.parameter;

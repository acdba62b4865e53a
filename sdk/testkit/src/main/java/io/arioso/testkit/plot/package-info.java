/** Plots for manuals, drawn from what the tests measure. */
package io.arioso.testkit.plot;

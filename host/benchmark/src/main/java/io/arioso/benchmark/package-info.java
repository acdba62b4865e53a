/**
 * What sound costs: JMH benchmarks, a timer whose figures stand beside those of {@code lv2time}, and the programme that
 * all of them play. Nothing of this is shipped.
 */
package io.arioso.benchmark;

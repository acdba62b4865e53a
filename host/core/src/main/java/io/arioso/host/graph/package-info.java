/**
 * The routing: {@link io.arioso.host.graph.Graph} is what the main thread edits,
 * {@link io.arioso.host.graph.ProcessingPlan} is what the audio thread runs.
 */
package io.arioso.host.graph;

package io.arioso.host.graph;

/**
 * Audio that flows from one node to another.
 *
 * @param from where it comes from
 * @param to where it is added to what else arrives
 * @param gain linear factor
 * @param sidechain whether it arrives at the side-chain instead of the main bus
 */
public record Connection(Node from, Node to, float gain, boolean sidechain) {
}

package io.arioso.host.session;

/**
 * One setting of a typed chain, not yet understood: {@code hp=30Hz}.
 *
 * @param name what stands in front of the equals sign, without quotes
 * @param value what stands behind it, without quotes
 * @param column where the name begins in the text, from 1
 */
public record Setting(String name, String value, int column) {
}

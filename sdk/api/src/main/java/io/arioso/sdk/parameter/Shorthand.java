package io.arioso.sdk.parameter;

import java.util.function.Consumer;

/**
 * A short text that sets several parameters at once: {@code hp=30Hz/24} for an EQ's next free band.
 *
 * @param name what is typed in front of the equals sign; must differ from the ids of all parameters
 * @param usage one line for help texts, for example {@code hp=FREQUENCY[/SLOPE]: high-pass}
 * @param apply takes what is typed behind the equals sign and sets the parameters; [main-thread]; throws
 *     IllegalArgumentException naming thing, value and bound
 */
public record Shorthand(String name, String usage, Consumer<String> apply) {
}

/**
 * The plug-in format: what an effect implements ({@link io.arioso.sdk.AudioPlugin},
 * {@link io.arioso.sdk.AudioProcessor}) and what a host hands to it.
 *
 * <p>Start with {@link io.arioso.sdk.AudioEffect}. Every method is tagged with the thread that may call it:
 * <ul>
 *   <li>[main-thread] one thread at a time, never while the same call runs elsewhere; may allocate and block,</li>
 *   <li>[audio-thread] while a block is rendered; must not allocate, lock, log or wait,</li>
 *   <li>[any-thread] wait-free from anywhere.</li>
 * </ul>
 */
package io.arioso.sdk;

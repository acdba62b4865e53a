/**
 * The control link between the process that owns processors and the process that shows them.
 *
 * <p>The <i>owner</i> (a DAW's process, later the desktop's engine) has parameters, meters and state. The <i>screen</i>
 * shows editors and owns nothing: it may die and come back, and the sound does not notice. Both hold one end of a
 * Unix-domain socket, on which {@link io.arioso.host.link.LinkMessage}s go as small frames:
 *
 * <pre>{@code
 * owner                                         screen
 *   Hello(version, program, meter memory)  ->     maps the meter memory, deletes its file
 *                                          <-   Hello(version, program, "")
 *   Open(editor, effect, window, values)   ->     loads the effect's jar, makes a replica and its editor
 *                                          <-   Shown(editor)              the first picture is there
 *   Value(editor, parameter, plain)        ->     something else has moved it
 *                                          <-   Gesture(editor, parameter, true)    the user takes hold
 *                                          <-   Value(editor, parameter, plain)     moves it
 *                                          <-   Gesture(editor, parameter, false)   lets go
 *                                          <-   LoadPreset(editor, preset)          takes a preset
  Value..., LoadPreset(editor, preset)   ->     its values, and that they are the preset's
 *   Size, Scale, Visible(editor, ...)      ->
 *                                          <-   Size(editor, ...)          the editor wants another size
 *   Close(editor)                          ->     no answer
 *                                          <-   Closed(editor, why)        the user has closed it, or it cannot be shown
 * }</pre>
 *
 * <p>Editors are numbered by the owner, a number never names two of them on one link; messages for a number that is
 * closed are dropped. Parameters, meters and presets are numbered by their place in the lists of {@code Open}.
 * While a gesture is held the owner does not send that parameter back.
 *
 * <p>Meters do not go through the socket: each processor has a {@link io.arioso.host.link.MeterPage} in memory that both
 * sides map, written by the owner with ordered stores and read at frame rate.
 *
 * <p>Nobody waits for the other side: {@link io.arioso.host.link.Link#send} puts the message into a bounded buffer and
 * returns. A side that does not read for long, a frame that is not understood, and the end of a process all end the link,
 * which each side hears once. Nothing here is called from an audio thread.
 */
package io.arioso.host.link;

/**
 * Artificial reverberation: a feedback delay network whose decay is exact at every frequency, and what leads into it.
 *
 * <p>Everything works on short rows of frames, line by line, so that plain loops become vector code. Rows never reach
 * across a cell of the network's grid, which is counted from the reset and no longer than its shortest delay; each
 * sample's arithmetic is the same wherever a row is cut, so any split into blocks gives the same bits.
 */
package io.arioso.dsp.reverb;

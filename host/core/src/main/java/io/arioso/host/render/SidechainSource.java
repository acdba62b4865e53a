package io.arioso.host.render;

import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.host.audiofile.AudioFileException;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** A side-chain's audio as the programme needs it: as many frames as are asked for, silence behind its end. */
final class SidechainSource implements Closeable {
    private static final float[][] NO_CHANNELS = {};

    private final AudioReader reader;
    private final ResampledSource source;
    private final float[][] block;
    private final float[][] waiting;
    private final float[][] channels;
    private final int blockFrames;
    private int from;
    private int to;

    private SidechainSource(AudioReader reader, AudioSpec spec, int blockFrames) {
        this.reader = reader;
        this.blockFrames = blockFrames;
        int own = reader.info().channels();
        source = new ResampledSource(reader, spec.sampleRate(), blockFrames,
            new ProgrammeMeter(reader.info().sampleRate(), own));
        waiting = new float[own][source.roomFrames(blockFrames)];
        block = new float[own][blockFrames];
        channels = new float[spec.channels()][];
        if (own == spec.channels()) System.arraycopy(block, 0, channels, 0, own);
        else Arrays.fill(channels, block[0]);
    }

    /** No side-chain: {@link #read} gives no channels. */
    private SidechainSource() {
        reader = null;
        source = null;
        waiting = null;
        block = null;
        channels = NO_CHANNELS;
        blockFrames = 0;
    }

    /**
     * Opens a side-chain, if there is one, for a programme.
     *
     * @throws AudioFileException if its channels are neither one nor those of the programme
     */
    static SidechainSource open(Optional<RenderInput> input, AudioSpec spec, int blockFrames) throws IOException {
        if (input.isEmpty()) return new SidechainSource();
        AudioReader reader = input.get().open();
        int own = reader.info().channels();
        if (own != 1 && own != spec.channels()) {
            reader.close();
            throw new AudioFileException(input.get().name() + ": a side-chain of " + own + " channels does not fit "
                + spec.channels() + (spec.channels() == 1 ? " channel" : " channels") + "; give it one or as many");
        }
        return new SidechainSource(reader, spec, blockFrames);
    }

    /** The next frames, one array a channel of the programme; valid until the next call. */
    float[][] read(int frames) throws IOException {
        if (source == null) return NO_CHANNELS;
        for (int done = 0; done < frames; ) {
            if (from == to && !refill()) {
                for (float[] channel : block) Arrays.fill(channel, done, frames, 0);
                break;
            }
            int taken = Math.min(frames - done, to - from);
            for (int channel = 0; channel < block.length; channel++)
                System.arraycopy(waiting[channel], from, block[channel], done, taken);
            from += taken;
            done += taken;
        }
        return channels;
    }

    /** Reads on; false at the end. */
    private boolean refill() throws IOException {
        from = 0;
        to = 0;
        while (to == 0) {
            to = source.read(waiting, blockFrames);
            if (to < 0) {
                to = 0;
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) reader.close();
    }
}

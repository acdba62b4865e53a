package io.arioso.bridge;

import io.arioso.sdk.Transport;

/**
 * The song as the DAW tells it with each block. What the DAW leaves out follows from what it says; one that says
 * nothing plays at 120 in 4/4 from the activation on, as {@code arioso render} does. [audio-thread]
 */
final class BlockTransport implements Transport {
    private static final int SAYS_SOMETHING = AudioBlock.PLAYING | AudioBlock.RECORDING | AudioBlock.HAS_TEMPO
        | AudioBlock.HAS_QUARTERS | AudioBlock.HAS_BAR | AudioBlock.HAS_SIGNATURE | AudioBlock.HAS_FRAMES;

    private final double sampleRate;
    private long played;
    private boolean playing = true;
    private boolean recording;
    private long positionFrames;
    private double positionQuarters;
    private double barStartQuarters;
    private double tempoBpm = 120;
    private int beatsPerBar = 4;
    private int beatUnit = 4;

    BlockTransport(double sampleRate) {
        this.sampleRate = sampleRate;
    }

    /** Takes over what a block says of its first frame. */
    void take(AudioBlock block) {
        playing = block.has(AudioBlock.PLAYING) || !block.has(SAYS_SOMETHING);
        recording = block.has(AudioBlock.RECORDING);
        tempoBpm = block.has(AudioBlock.HAS_TEMPO) && block.tempo() > 0 && block.tempo() < 1e6 ? block.tempo() : 120;
        boolean signature = block.has(AudioBlock.HAS_SIGNATURE) && block.numerator() > 0 && block.denominator() > 0;
        beatsPerBar = signature ? block.numerator() : 4;
        beatUnit = signature ? block.denominator() : 4;
        boolean quarters = block.has(AudioBlock.HAS_QUARTERS) && Double.isFinite(block.positionQuarters());
        if (block.has(AudioBlock.HAS_FRAMES)) positionFrames = block.positionFrames();
        else positionFrames = quarters
            ? (long) Math.rint(block.positionQuarters() * 60 / tempoBpm * sampleRate) : played;
        positionQuarters = quarters ? block.positionQuarters() : positionFrames / sampleRate * tempoBpm / 60;
        double quartersPerBar = beatsPerBar * 4.0 / beatUnit;
        barStartQuarters = block.has(AudioBlock.HAS_BAR) && Double.isFinite(block.barStartQuarters())
            ? block.barStartQuarters() : Math.floor(positionQuarters / quartersPerBar) * quartersPerBar;
    }

    /** Ends the block. */
    void advance(int frames) {
        if (playing) played += frames;
    }

    /** Begins the song anew, for a DAW that does not say where it is. */
    void reset() {
        played = 0;
    }

    @Override
    public boolean playing() {
        return playing;
    }

    @Override
    public boolean recording() {
        return recording;
    }

    @Override
    public long positionFrames() {
        return positionFrames;
    }

    @Override
    public double positionQuarters() {
        return positionQuarters;
    }

    @Override
    public double barStartQuarters() {
        return barStartQuarters;
    }

    @Override
    public double tempoBpm() {
        return tempoBpm;
    }

    @Override
    public int beatsPerBar() {
        return beatsPerBar;
    }

    @Override
    public int beatUnit() {
        return beatUnit;
    }
}

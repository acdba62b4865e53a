package io.arioso.runtime;

import io.arioso.sdk.Transport;

/** A transport that its owner moves on. Written and read by one thread. */
public final class TransportState implements Transport {
    private boolean playing = true;
    private boolean recording;
    private long positionFrames;
    private double positionQuarters;
    private double barStartQuarters;
    private double tempoBpm = 120;
    private int beatsPerBar = 4;
    private int beatUnit = 4;

    /** Sets tempo and time signature. [audio-thread] */
    public void tempo(double bpm, int beats, int unit) {
        tempoBpm = bpm;
        beatsPerBar = beats;
        beatUnit = unit;
    }

    /** Sets whether the song moves and is recorded. [audio-thread] */
    public void motion(boolean nowPlaying, boolean nowRecording) {
        playing = nowPlaying;
        recording = nowRecording;
    }

    /** Goes to a frame of a song of constant tempo. [audio-thread] */
    public void locate(long frame, double sampleRate) {
        positionFrames = frame;
        positionQuarters = frame / sampleRate * tempoBpm / 60;
        double quartersPerBar = beatsPerBar * 4.0 / beatUnit;
        barStartQuarters = Math.floor(positionQuarters / quartersPerBar) * quartersPerBar;
    }

    /** Becomes another transport, some frames later. [audio-thread] */
    void follow(Transport other, int frames, double sampleRate) {
        playing = other.playing();
        recording = other.recording();
        tempoBpm = other.tempoBpm();
        beatsPerBar = other.beatsPerBar();
        beatUnit = other.beatUnit();
        int moved = playing ? frames : 0;
        positionFrames = other.positionFrames() + moved;
        positionQuarters = other.positionQuarters() + moved / sampleRate * tempoBpm / 60;
        double quartersPerBar = beatsPerBar * 4.0 / beatUnit;
        double bars = Math.floor((positionQuarters - other.barStartQuarters()) / quartersPerBar);
        barStartQuarters = other.barStartQuarters() + Math.max(0, bars) * quartersPerBar;
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

package io.arioso.benchmark;

/** Plays material block by block, over and over, from copies so that a subject may work in place. */
final class Player {
    private final float[][] material;
    private final float[][] block;
    private int at;

    /**
     * Starts at the first frame.
     *
     * @param material one array a channel, at least a block long
     * @param blockFrames frames of each block
     */
    Player(float[][] material, int blockFrames) {
        if (material[0].length < blockFrames)
            throw new IllegalArgumentException(
                "material: " + material[0].length + " frames are fewer than a block of " + blockFrames);
        this.material = material;
        block = new float[material.length][blockFrames];
    }

    /** Frames of the whole blocks that fit into the material. */
    int wholeFrames() {
        return material[0].length / block[0].length * block[0].length;
    }

    /** Plays on for at least so many frames, in whole blocks; returns the last block, as the subject left it. */
    float[][] play(Subject subject, int frames) {
        int length = block[0].length;
        for (int done = 0; done < frames; done += length) {
            if (at + length > material[0].length) at = 0;
            for (int channel = 0; channel < block.length; channel++)
                System.arraycopy(material[channel], at, block[channel], 0, length);
            subject.process(block, length);
            at += length;
        }
        return block;
    }
}

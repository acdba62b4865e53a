package io.arioso.plugins.reverb;

import io.arioso.sdk.state.PluginState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * An impulse response in a plug-in's state: packed once, without loss, and cut into blobs that any document can hold.
 *
 * <p>Packed is a zlib stream (whose checksum finds damage): version, rate, channels, frames, name, then for each
 * channel the differences of its samples as three planes of bytes, high bytes first. The tail of a reverberation is
 * quiet, so its high bytes are nearly all alike and take no room. Immutable.
 */
final class ImpulseBlobs {
    /** 512 KiB are 683 KiB in base64, below the 1 MiB that a text in a document may have. */
    private static final int PIECE = 1 << 19;
    private static final String PREFIX = "impulse_";
    private static final int VERSION = 1;
    private static final int BYTES = 3;

    private final byte[] packed;

    private ImpulseBlobs(byte[] packed) {
        this.packed = packed;
    }

    /** Whether a blob of that name is part of an impulse response. */
    static boolean isPart(String id) {
        return id.startsWith(PREFIX);
    }

    /** The blobs of a state, if it has an impulse response. */
    static Optional<ImpulseBlobs> of(PluginState state) {
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int piece = 0; state.blobIds().contains(id(piece)); piece++) pieces.writeBytes(state.blob(id(piece)));
        boolean none = state.blobIds().stream().noneMatch(ImpulseBlobs::isPart);
        return none ? Optional.empty() : Optional.of(new ImpulseBlobs(pieces.toByteArray()));
    }

    /** Adds the blobs to a state. */
    void addTo(PluginState.Builder state) {
        for (int piece = 0; piece * PIECE < packed.length; piece++) {
            int from = piece * PIECE;
            state.blob(id(piece), Arrays.copyOfRange(packed, from, Math.min(packed.length, from + PIECE)));
        }
    }

    private static String id(int piece) {
        return String.format(Locale.ROOT, "%s%03d", PREFIX, piece);
    }

    /** Packs an impulse response. */
    static ImpulseBlobs pack(ImpulseResponse impulse) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 16))) {
            out.writeByte(VERSION);
            out.writeDouble(impulse.sampleRate());
            out.writeByte(impulse.channels());
            out.writeInt(impulse.frames());
            out.writeUTF(impulse.name());
            byte[] planes = new byte[BYTES * impulse.frames()];
            for (int channel = 0; channel < impulse.channels(); channel++) {
                split(impulse, channel, planes);
                out.write(planes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return new ImpulseBlobs(bytes.toByteArray());
    }

    private static void split(ImpulseResponse impulse, int channel, byte[] planes) {
        int frames = impulse.frames();
        int before = 0;
        for (int frame = 0; frame < frames; frame++) {
            int steps = impulse.steps(channel, frame);
            int difference = steps - before;
            planes[frame] = (byte) (difference >> 16);
            planes[frames + frame] = (byte) (difference >> 8);
            planes[2 * frames + frame] = (byte) difference;
            before = steps;
        }
    }

    /**
     * Unpacks the impulse response.
     *
     * @throws IllegalArgumentException if it is damaged
     */
    ImpulseResponse unpack() {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            return unpack(in);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new IllegalArgumentException("impulse response in the state: is damaged: " + reason(damaged),
                damaged);
        }
    }

    private static String reason(Exception damaged) {
        return damaged.getMessage() == null ? "it is cut short" : damaged.getMessage();
    }

    private static ImpulseResponse unpack(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) throw new IllegalArgumentException("form " + version + " is not " + VERSION);
        double sampleRate = in.readDouble();
        int channels = in.readUnsignedByte();
        int frames = in.readInt();
        ImpulseResponse.requireShape(sampleRate, channels, frames);
        String name = in.readUTF();
        float[][] samples = new float[channels][];
        for (int channel = 0; channel < channels; channel++) {
            byte[] planes = in.readNBytes(BYTES * frames);
            if (planes.length < BYTES * frames) throw new IllegalArgumentException("it is cut short");
            samples[channel] = join(planes, frames);
        }
        // Only who reads to the very end has the checksum compared.
        if (in.read() >= 0) throw new IllegalArgumentException("it goes on behind its end");
        return new ImpulseResponse(name, sampleRate, samples);
    }

    private static float[] join(byte[] planes, int frames) {
        float[] samples = new float[frames];
        int steps = 0;
        for (int frame = 0; frame < frames; frame++) {
            int difference = planes[frame] << 16 | (planes[frames + frame] & 0xFF) << 8
                | planes[2 * frames + frame] & 0xFF;
            // Differences are taken modulo 2^24, samples are signed numbers of 24 bits.
            steps = (steps + difference) << 8 >> 8;
            samples[frame] = ImpulseResponse.fromSteps(steps);
        }
        return samples;
    }
}

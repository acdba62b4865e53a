package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * A cascade of second-order sections as plain coefficients, the result of a design: section i is
 * {@code (b0 + b1/z + b2/z²) / (1 + a1/z + a2/z²)}. A one-pole section has {@code b2 = a2 = 0}.
 * Mutable, of fixed capacity and without allocation after construction; not thread-safe.
 */
public final class BiquadList {
    final double[] b0;
    final double[] b1;
    final double[] b2;
    final double[] a1;
    final double[] a2;
    private int size;

    /** An empty list that has room for {@code capacity} sections. */
    public BiquadList(int capacity) {
        b0 = new double[capacity];
        b1 = new double[capacity];
        b2 = new double[capacity];
        a1 = new double[capacity];
        a2 = new double[capacity];
    }

    /** How many sections the list holds. */
    public int size() {
        return size;
    }

    /** How many sections it can hold. */
    public int capacity() {
        return b0.length;
    }

    /** Forgets all sections. */
    public void clear() {
        size = 0;
    }

    /** Appends a section; {@code a0} is 1. */
    public void add(double b0, double b1, double b2, double a1, double a2) {
        this.b0[size] = b0;
        this.b1[size] = b1;
        this.b2[size] = b2;
        this.a1[size] = a1;
        this.a2[size] = a2;
        size++;
    }

    /** Appends section {@code index} of another list. */
    public void add(BiquadList other, int index) {
        add(other.b0[index], other.b1[index], other.b2[index], other.a1[index], other.a2[index]);
    }

    /** Appends the product of two one-pole sections of another list as one section. */
    void addProduct(BiquadList other, int i, int k) {
        add(other.b0[i] * other.b0[k], other.b0[i] * other.b1[k] + other.b1[i] * other.b0[k],
                other.b1[i] * other.b1[k], other.a1[i] + other.a1[k], other.a1[i] * other.a1[k]);
    }

    boolean isOnePole(int index) {
        return b2[index] == 0 && a2[index] == 0;
    }

    /** Makes this list equal to another. */
    public void set(BiquadList other) {
        clear();
        for (int i = 0; i < other.size; i++) {
            add(other, i);
        }
    }

    /** The coefficients b0, b1, b2, a1, a2 of a section, as a new array. */
    public double[] section(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("section " + index + " is outside 0.." + (size - 1));
        }
        return new double[] {b0[index], b1[index], b2[index], a1[index], a2[index]};
    }

    /** Multiplies the numerator of a section. */
    void scale(int index, double gain) {
        b0[index] *= gain;
        b1[index] *= gain;
        b2[index] *= gain;
    }

    /**
     * The squared magnitude of the cascade at {@code x = sin²(π f / fs)}. In x the squared magnitude of a section is a
     * ratio of quadratics, so that no cosine is needed and nothing cancels at low frequencies.
     */
    public double magnitudeSquared(double x) {
        double product = 1;
        for (int i = 0; i < size; i++) {
            product *= magnitudeSquared(i, x);
        }
        return product;
    }

    double magnitudeSquared(int i, double x) {
        return quadraticInX(b0[i], b1[i], b2[i], x) / quadraticInX(1, a1[i], a2[i], x);
    }

    private static double quadraticInX(double c0, double c1, double c2, double x) {
        double sum = c0 + c1 + c2;
        return sum * sum - 4 * x * (c0 * c1 + 4 * c0 * c2 + c1 * c2) + 16 * x * x * c0 * c2;
    }

    /** The distance from 0 of the pole that rings longest; below 1 when the cascade is stable. */
    double poleRadius() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            double discriminant = a1[i] * a1[i] - 4 * a2[i];
            double radius = discriminant < 0 ? Math.sqrt(a2[i]) : (Math.abs(a1[i]) + Math.sqrt(discriminant)) / 2;
            largest = Math.max(largest, radius);
        }
        return largest;
    }

    /** The phase of the cascade in radians, not wrapped between sections, at {@code omega} radians a frame. */
    public double phase(double omega) {
        double cos1 = StrictMath.cos(omega);
        double sin1 = -StrictMath.sin(omega);
        double cos2 = cos1 * cos1 - sin1 * sin1;
        double sin2 = 2 * cos1 * sin1;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double numerator = StrictMath.atan2(b1[i] * sin1 + b2[i] * sin2, b0[i] + b1[i] * cos1 + b2[i] * cos2);
            double denominator = StrictMath.atan2(a1[i] * sin1 + a2[i] * sin2, 1 + a1[i] * cos1 + a2[i] * cos2);
            sum += numerator - denominator;
        }
        return sum;
    }

    /** Whether both lists hold the same bits. */
    public boolean sameAs(BiquadList other) {
        return size == other.size
                && Arrays.equals(b0, 0, size, other.b0, 0, size) && Arrays.equals(b1, 0, size, other.b1, 0, size)
                && Arrays.equals(b2, 0, size, other.b2, 0, size) && Arrays.equals(a1, 0, size, other.a1, 0, size)
                && Arrays.equals(a2, 0, size, other.a2, 0, size);
    }
}

package io.arioso.benchmark;

/** The least that a Java program can be: what {@code arioso --version} is measured against. */
public final class Hello {
    private Hello() {
    }

    /** Says hello. */
    public static void main(String[] arguments) {
        System.out.println("Hello");
    }
}

package io.arioso.sdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a class is a plug-in, and which one. The only declaration that a jar needs: hosts read it from the
 * class file without running a line of the plug-in.
 *
 * <p>The annotated class implements {@link AudioPlugin}, is public and has a public constructor without arguments.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PluginInfo {
    /**
     * Eternal identity in reverse-domain form, for example {@code com.example.gain}: letters, digits, dots, dashes,
     * underscores.
     */
    String id();

    /** Name shown to users; may change. */
    String name();

    /** Maker shown to users. */
    String vendor();

    /** Version of the plug-in as {@code major.minor.patch}; changes with every change of the sound. */
    String version();

    /** What kind of effect this is; hosts sort by it. */
    PluginCategory category() default PluginCategory.OTHER;

    /** One sentence on what the effect is for. */
    String description() default "";

    /**
     * Binary name of the effect's own view in the same jar: a public class that implements
     * {@code io.arioso.editor.Editor} and has a public constructor without arguments. Empty for the view that every
     * effect gets, made of its parameters and meters.
     *
     * <p>A name and not a class, so that a host without JavaFX never meets one. Only the process that shows editors reads
     * it; a view that cannot be opened is replaced by the one that every effect gets.
     */
    String editor() default "";
}

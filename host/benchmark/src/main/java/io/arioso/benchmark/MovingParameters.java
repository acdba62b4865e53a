package io.arioso.benchmark;

import io.arioso.runtime.EventQueue;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Automation at its densest: every 64 frames each parameter goes to and fro between its value and one a fiftieth of its
 * range away. Reuses its memory.
 */
final class MovingParameters {
    private static final int EVERY_FRAMES = 64;
    private static final double STEP = 0.02;
    private static final int MOST_MOVES_A_BLOCK = 256;

    private final Parameter[] parameters;
    private final double[] here;
    private final double[] there;
    private final EventQueue events;
    private int untilNext;
    private boolean away;

    MovingParameters(AudioPlugin plugin, Movement movement) {
        parameters = moved(plugin, movement).toArray(Parameter[]::new);
        here = new double[parameters.length];
        there = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            here[i] = parameters[i].plain();
            double place = parameters[i].normalized();
            there[i] = parameters[i].toPlain(place > 0.5 ? place - STEP : place + STEP);
        }
        events = new EventQueue(Math.max(1, parameters.length * MOST_MOVES_A_BLOCK));
    }

    private static List<Parameter> moved(AudioPlugin plugin, Movement movement) {
        List<Parameter> moved = new ArrayList<>();
        if (movement == Movement.NONE) return moved;
        Set<String> silent = new HashSet<>();
        if (movement == Movement.SOUNDING)
            for (Parameter parameter : plugin.parameters())
                if (parameter instanceof BoolParameter && parameter.id().endsWith("_on") && parameter.plain() == 0)
                    silent.add(parameter.group());
        for (Parameter parameter : plugin.parameters())
            if (parameter instanceof FloatParameter && parameter.automatable() && !silent.contains(parameter.group()))
                moved.add(parameter);
        return moved;
    }

    /** How many parameters move. */
    int count() {
        return parameters.length;
    }

    /** The events of the next block; valid until the next call. */
    EventList events(int frames) {
        events.clear();
        for (; untilNext < frames; untilNext += EVERY_FRAMES) {
            away = !away;
            for (int i = 0; i < parameters.length; i++)
                events.add(untilNext, parameters[i], away ? there[i] : here[i]);
        }
        untilNext -= frames;
        return events;
    }
}

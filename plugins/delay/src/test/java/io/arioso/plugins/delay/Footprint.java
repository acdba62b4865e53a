package io.arioso.plugins.delay;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** The bytes in all number arrays that an object of ours refers to; tables that all instances share do not count. */
final class Footprint {
    private Footprint() {
    }

    static long bytes(Object root) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> waiting = new ArrayDeque<>();
        waiting.push(root);
        long sum = 0;
        while (!waiting.isEmpty()) {
            Object object = waiting.pop();
            if (!seen.add(object)) {
                continue;
            }
            if (object instanceof float[] samples) {
                sum += 4L * samples.length;
            } else if (object instanceof double[] numbers) {
                sum += 8L * numbers.length;
            } else if (object instanceof Object[] objects) {
                for (int i = 0; i < Array.getLength(objects); i++) {
                    if (objects[i] != null) {
                        waiting.push(objects[i]);
                    }
                }
            } else if (object.getClass().getName().startsWith("io.arioso.")) {
                pushFields(object, waiting);
            }
        }
        return sum;
    }

    private static void pushFields(Object object, Deque<Object> waiting) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()
                        && field.trySetAccessible() && field.get(object) != null) {
                    waiting.push(field.get(object));
                }
            }
        }
    }
}

package io.arioso.testkit;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;

/** Looks into a processor for numbers between 0 and 1e-30: states that were not flushed and cost time for ever. */
final class StateScan {
    private static final double TINY = 1e-30;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final Set<String> tiny = new TreeSet<>();

    private StateScan() {
    }

    /**
     * The fields that hold such a number in the object and in all that it refers to, by class and field. Does not look
     * into the platform's classes or the sdk's.
     */
    static Set<String> tinyValues(Object root) throws IllegalAccessException {
        StateScan scan = new StateScan();
        scan.visitLater(root);
        while (!scan.waiting.isEmpty()) scan.visit(scan.waiting.pop());
        return scan.tiny;
    }

    private void visitLater(Object object) {
        if (object != null && isOfPlugin(object.getClass()) && seen.add(object)) waiting.push(object);
    }

    private static boolean isOfPlugin(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) element = element.getComponentType();
        if (element.isPrimitive()) return type.isArray() && (element == float.class || element == double.class);
        String name = element.getName();
        return !element.isEnum() && !name.startsWith("java.") && !name.startsWith("jdk.")
            && !name.startsWith("io.arioso.sdk.") && !name.startsWith("io.arioso.runtime.");
    }

    private void visit(Object object) throws IllegalAccessException {
        if (object.getClass().isArray()) {
            int length = Array.getLength(object);
            if (object instanceof Object[] objects) for (Object element : objects) visitLater(element);
            else for (int i = 0; i < length; i++) check(Array.getDouble(object, i), object.getClass().getSimpleName());
            return;
        }
        for (Class<?> type = object.getClass(); type != null && isOfPlugin(type); type = type.getSuperclass())
            for (Field field : type.getDeclaredFields()) visitField(object, field);
    }

    private void visitField(Object owner, Field field) throws IllegalAccessException {
        if (Modifier.isStatic(field.getModifiers()) || !field.trySetAccessible()) return;
        String name = owner.getClass().getSimpleName() + "." + field.getName();
        Object value = field.get(owner);
        if (value instanceof float[] samples) {
            if (seen.add(samples)) for (float sample : samples) check(sample, name);
        } else if (value instanceof double[] numbers) {
            if (seen.add(numbers)) for (double number : numbers) check(number, name);
        } else if (value instanceof Float || value instanceof Double) {
            check(((Number) value).doubleValue(), name);
        } else {
            visitLater(value);
        }
    }

    private void check(double value, String where) {
        if (value != 0 && Math.abs(value) < TINY) tiny.add(where);
    }
}

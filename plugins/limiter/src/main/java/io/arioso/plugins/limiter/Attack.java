package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.AttackShape;

/** The curve on which the gain falls; the names are saved in presets. */
enum Attack {
    BY_STYLE("By style", null),
    LINEAR("Linear", AttackShape.LINEAR),
    SMOOTH("Smooth", AttackShape.SMOOTH),
    ROUND("Round", AttackShape.ROUND);

    private final String label;
    private final AttackShape shape;

    Attack(String label, AttackShape shape) {
        this.label = label;
        this.shape = shape;
    }

    AttackShape shape(Style style) {
        return shape == null ? style.gain().attackShape() : shape;
    }

    @Override
    public String toString() {
        return label;
    }
}

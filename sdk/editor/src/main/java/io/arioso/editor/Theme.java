package io.arioso.editor;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;

/** How editors look. All colours are CSS variables of {@code arioso.css}, on top of AtlantaFX. */
public enum Theme {
    /** Light on dark; the default. */
    DARK(new PrimerDark().getUserAgentStylesheet()),
    /** Dark on light. */
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "arioso-light.css"),
    /** White and yellow on black, with lines around everything. */
    HIGH_CONTRAST(new PrimerDark().getUserAgentStylesheet(), "arioso-high-contrast.css");

    private final String base;
    private final List<String> sheets = new ArrayList<>();

    Theme(String base, String... variables) {
        this.base = base;
        sheets.add(resource("arioso.css"));
        for (String sheet : variables) sheets.add(resource(sheet));
    }

    /**
     * The theme that the user has asked for: {@code light} or {@code high_contrast} in the environment variable
     * {@code ARIOSO_THEME}; else the dark one.
     */
    public static Theme preferred() {
        return named(System.getenv("ARIOSO_THEME"));
    }

    static Theme named(String name) {
        for (Theme theme : values()) if (theme.name().equalsIgnoreCase(name)) return theme;
        return DARK;
    }

    /**
     * Gives a scene and its menus this look, in place of another theme; other style sheets stay. What AtlantaFX adds is
     * the process's: menus are windows of their own, which a scene's own base would reach too late.
     */
    public void applyTo(Scene scene) {
        if (!base.equals(Application.getUserAgentStylesheet())) Application.setUserAgentStylesheet(base);
        for (Theme theme : values()) scene.getStylesheets().removeAll(theme.sheets);
        scene.getStylesheets().addAll(0, sheets);
    }

    private static String resource(String name) {
        URL sheet = Theme.class.getResource(name);
        if (sheet == null) throw new IllegalStateException("style sheet " + name + " is missing in the editor's jar");
        return sheet.toExternalForm();
    }
}

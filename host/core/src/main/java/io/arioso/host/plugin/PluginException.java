package io.arioso.host.plugin;

/**
 * A plug-in cannot be found, loaded or made. Holds text only, never the plug-in's own exception: a log that keeps this
 * one does not keep the plug-in's class loader alive.
 */
public final class PluginException extends Exception {
    private final String pluginId;

    /**
     * Makes one.
     *
     * @param message what happened and what to do about it; shown to users
     * @param pluginId the plug-in's id, or what the user asked for when there is no such plug-in
     */
    public PluginException(String message, String pluginId) {
        super(message);
        this.pluginId = pluginId;
    }

    /** The plug-in's id, or what the user asked for when there is no such plug-in. */
    public String pluginId() {
        return pluginId;
    }
}

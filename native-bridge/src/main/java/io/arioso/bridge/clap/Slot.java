package io.arioso.bridge.clap;

/** Places in the table {@code clap_java} of {@code clap_face.h}, counted in pointers. Slot 5 is C's own. */
final class Slot {
    static final int PARAMS_COUNT = 0;
    static final int PARAMS_GET_INFO = 1;
    static final int PARAMS_GET_VALUE = 2;
    static final int PARAMS_VALUE_TO_TEXT = 3;
    static final int PARAMS_TEXT_TO_VALUE = 4;
    static final int STATE_SAVE = 6;
    static final int STATE_LOAD = 7;
    static final int STATE_CONTEXT_SAVE = 8;
    static final int STATE_CONTEXT_LOAD = 9;
    static final int REMOTE_CONTROLS_COUNT = 10;
    static final int REMOTE_CONTROLS_GET = 11;
    static final int GUI_IS_API_SUPPORTED = 12;
    static final int GUI_GET_PREFERRED_API = 13;
    static final int GUI_CREATE = 14;
    static final int GUI_DESTROY = 15;
    static final int GUI_SET_SCALE = 16;
    static final int GUI_GET_SIZE = 17;
    static final int GUI_CAN_RESIZE = 18;
    static final int GUI_GET_RESIZE_HINTS = 19;
    static final int GUI_ADJUST_SIZE = 20;
    static final int GUI_SET_SIZE = 21;
    static final int GUI_SET_PARENT = 22;
    static final int GUI_SET_TRANSIENT = 23;
    static final int GUI_SUGGEST_TITLE = 24;
    static final int GUI_SHOW = 25;
    static final int GUI_HIDE = 26;
    static final int ON_MAIN_THREAD = 27;
    static final int LOAD_PRESET = 28;
    static final int LOAD_FILE = 29;
    static final int EXCHANGE = 30;

    private Slot() {
    }
}

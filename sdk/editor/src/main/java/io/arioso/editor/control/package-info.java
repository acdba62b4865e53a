/**
 * Controls for parameters and meters, and the one set of gestures that all of them obey. Colours and line widths come
 * from {@code arioso.css}.
 */
package io.arioso.editor.control;

/** Editors in the DAW's process: starts the editor process, puts its windows into the DAW's, keeps both sides in step. */
package io.arioso.bridge.editor;

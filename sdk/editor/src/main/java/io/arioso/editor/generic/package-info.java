/** The view that every effect without its own gets, made of its parameters and meters. */
package io.arioso.editor.generic;

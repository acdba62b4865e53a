/** What an effect's own view implements, and the view that is made from parameters and meters. */
package io.arioso.editor;

/**
 * Documents on disk: strict JSON in, stable JSON out, files that are the old or the new version and never half of one.
 */
package io.arioso.host.document;

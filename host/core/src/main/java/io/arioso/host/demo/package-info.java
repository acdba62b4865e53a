/** A song of our own making, so that the first render needs no download. */
package io.arioso.host.demo;

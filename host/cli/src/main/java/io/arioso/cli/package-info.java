/**
 * The command {@code arioso}: one class for each verb, thin over the host. Standard output carries data and nothing
 * else.
 */
package io.arioso.cli;

/** The sound of our effects beside that of their peers, measured in one run and by the same rulers. */
package io.arioso.benchmark.peers;

/** Effects in DAWs as the command line sees them; what does the work is found at run time. */
package io.arioso.host.daw;

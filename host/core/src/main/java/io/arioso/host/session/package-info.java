/** Chains of plug-ins as documents and as typed text, and how both become live plug-ins. */
package io.arioso.host.session;

/** What happens to a processor at an exact frame. */
package io.arioso.sdk.event;

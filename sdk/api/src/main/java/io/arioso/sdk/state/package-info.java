/** What a plug-in saves: plain values by id and named blobs, without any file format. */
package io.arioso.sdk.state;

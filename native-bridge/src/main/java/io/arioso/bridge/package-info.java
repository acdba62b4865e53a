/** Effect jars as plug-ins of native DAWs: what all formats share. */
package io.arioso.bridge;

/**
 * Audio files in and out: WAV, RF64, BW64, W64, AIFF and AIFC by our own code, FLAC through two small Java libraries,
 * CAF, Ogg Vorbis, Opus and MP3 through an installed libsndfile.
 *
 * <p>{@link io.arioso.host.audiofile.AudioFiles} is the door. Files are streamed: memory does not grow with their
 * length. Every file is treated as possibly broken or hostile; what is bad ends in an
 * {@link io.arioso.host.audiofile.AudioFileException} with a sentence a user can act on, what is only short or odd is
 * read as far as it goes and described in {@link io.arioso.host.audiofile.AudioInfo#warnings()}. A written file
 * appears under its name whole or not at all.
 */
package io.arioso.host.audiofile;

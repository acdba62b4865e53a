/* CLAP's audio ports: main in and out, and a side-chain where the effect has one, all of 1 or all of 2 channels. */
#include <stdio.h>
#include <string.h>
#include "clap_face.h"

enum { MAIN_PORT = 0, SIDECHAIN_PORT = 1, STEREO = 2, MONO = 1 };

static const char *type_of(int32_t channels) {
    return channels == MONO ? "mono" : "stereo";
}

static uint32_t port_count(const clap_face *face, bool input) {
    return input && face->effect->sidechain ? 2 : 1;
}

static bool fill_port(const clap_face *face, int32_t channels, uint32_t index, bool input, clap_port *port) {
    if (!port || index >= port_count(face, input)) return false;
    *port = (clap_port) {.channels = channels, .type = type_of(channels), .in_place_pair = CLAP_NO_ID};
    /* An id names a port among all of its direction; a pair of the same id may share memory. */
    port->id = index;
    if (index == SIDECHAIN_PORT) {
        strcpy(port->name, "Side-chain");
    } else {
        strcpy(port->name, input ? "Input" : "Output");
        port->flags = CLAP_PORT_MAIN;
        port->in_place_pair = MAIN_PORT;
    }
    return true;
}

static uint32_t count(const clap_plugin *plugin, bool input) {
    return port_count(clap_face_of(plugin), input);
}

static bool get(const clap_plugin *plugin, uint32_t index, bool input, clap_port *port) {
    const clap_face *face = clap_face_of(plugin);
    return fill_port(face, face->channels, index, input, port);
}

const clap_audio_ports clap_ports_table = {count, get};

/* ---- layouts: a configuration's id is its number of channels ---- */

static bool has_layout(const clap_face *face, uint32_t channels) {
    return (channels == MONO || channels == STEREO) && face->layouts >> channels & 1;
}

static bool choose(clap_face *face, uint32_t channels) {
    if (face->active || !has_layout(face, channels)) return false;
    face->channels = channels;
    return true;
}

static uint32_t config_count(const clap_plugin *plugin) {
    const clap_face *face = clap_face_of(plugin);
    return has_layout(face, STEREO) + has_layout(face, MONO);
}

static bool config_get(const clap_plugin *plugin, uint32_t index, clap_ports_config *config) {
    const clap_face *face = clap_face_of(plugin);
    if (!config || index >= config_count(plugin)) return false;
    uint32_t channels = index == 0 && has_layout(face, STEREO) ? STEREO : MONO;
    *config = (clap_ports_config) {
        .id = channels, .inputs = port_count(face, true), .outputs = port_count(face, false),
        .has_main_input = true, .main_input_channels = channels, .main_input_type = type_of(channels),
        .has_main_output = true, .main_output_channels = channels, .main_output_type = type_of(channels),
    };
    strcpy(config->name, channels == MONO ? "Mono" : "Stereo");
    return true;
}

static bool config_select(const clap_plugin *plugin, uint32_t id) {
    return choose(clap_face_of(plugin), id);
}

const clap_audio_ports_config clap_config_table = {config_count, config_get, config_select};

static uint32_t config_current(const clap_plugin *plugin) {
    return clap_face_of(plugin)->channels;
}

static bool config_port(const clap_plugin *plugin, uint32_t id, uint32_t index, bool input, clap_port *port) {
    const clap_face *face = clap_face_of(plugin);
    return has_layout(face, id) && fill_port(face, id, index, input, port);
}

const clap_audio_ports_config_info clap_config_info_table = {config_current, config_port};

/* The channels on which all requests agree: those of now for none, 0 if they cannot be met. */
static uint32_t requested(const clap_face *face, const clap_port_request *requests, uint32_t request_count) {
    if (face->active) return 0;
    if (request_count == 0) return face->channels;
    if (!requests) return 0;
    uint32_t channels = requests[0].channels;
    if (!has_layout(face, channels)) return 0;
    for (const clap_port_request *request = requests; request < requests + request_count; request++) {
        if (request->index >= port_count(face, request->input) || request->channels != channels) return 0;
        if (request->type && strcmp(request->type, type_of(channels))) return 0;
    }
    return channels;
}

static bool can_apply(const clap_plugin *plugin, const clap_port_request *requests, uint32_t request_count) {
    return requested(clap_face_of(plugin), requests, request_count) != 0;
}

static bool apply(const clap_plugin *plugin, const clap_port_request *requests, uint32_t request_count) {
    clap_face *face = clap_face_of(plugin);
    return choose(face, requested(face, requests, request_count));
}

const clap_configurable_audio_ports clap_configurable_table = {can_apply, apply};

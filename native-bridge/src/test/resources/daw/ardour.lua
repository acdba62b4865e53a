-- What ArdourDawIT has Ardour do, without a screen. Run by ardour7-lua; what to do comes in environment variables:
--   ARIOSO_STEP        make: a session with one stereo track and one plug-in, saved
--                      list: names and values of the plug-in's parameters after the session was loaded again
--   ARIOSO_SESSION     folder of the session, whose name is "song"
--   ARIOSO_TYPE        LV2 or VST3
--   ARIOSO_PLUGIN      the plug-in's name
--   ARIOSO_PRESET      label of a factory preset, empty for none
--   ARIOSO_VALUES      "label=value;label=value"
--   ARIOSO_AUTOMATION  "label@frame=value;label@frame=value"; the test switches these lists on in the session's file

local function say(...) io.stderr:write(table.concat({...}, "\t") .. "\n") end

local function plugin_info(kind, name)
    for p in ARDOUR.LuaAPI.list_plugins():iter() do
        if p.type == ARDOUR.PluginType[kind] and p.name == name then return p end
    end
    error("Ardour does not list " .. name .. " as " .. kind)
end

-- Numbers and labels of what the plug-in lets a host set; asking for an output is an error to Ardour.
local function labels(insert)
    local found = {}
    for number = 0, insert:plugin(0):parameter_count() - 1 do
        local known, _, _, descriptor = pcall(ARDOUR.LuaAPI.plugin_automation, insert, number)
        if known and descriptor then found[number] = descriptor.label end
    end
    return found
end

local function parameter_number(insert, label)
    for number, found in pairs(labels(insert)) do
        if found == label then return number end
    end
    error("the plug-in has no parameter \"" .. label .. "\"")
end

local function set_values(processor, insert)
    for label, value in string.gmatch(os.getenv("ARIOSO_VALUES"), "([^;=]+)=([^;]+)") do
        local number = parameter_number(insert, label)
        assert(ARDOUR.LuaAPI.set_processor_param(processor, number, tonumber(value)), label)
    end
end

local function automate(insert)
    for label, frame, value in string.gmatch(os.getenv("ARIOSO_AUTOMATION"), "([^;@]+)@([^;=]+)=([^;]+)") do
        local list, control = ARDOUR.LuaAPI.plugin_automation(insert, parameter_number(insert, label))
        assert(not list:isnil(), label)
        control:set_interpolation(Evoral.InterpolationStyle.Discrete)
        control:add(Temporal.timepos_t(tonumber(frame)), tonumber(value), false, true)
    end
end

local function make()
    assert(create_session(os.getenv("ARIOSO_SESSION"), "song", 48000))
    local info = plugin_info(os.getenv("ARIOSO_TYPE"), os.getenv("ARIOSO_PLUGIN"))
    local tracks = Session:new_audio_track(2, 2, nil, 1, "song", ARDOUR.PresentationInfo.max_order,
        ARDOUR.TrackMode.Normal, true, false)
    for track in tracks:iter() do
        track:set_strict_io(true)
        local processor = ARDOUR.LuaAPI.new_plugin(Session, info.unique_id, info.type, "")
        assert(not processor:isnil(), "the plug-in cannot be made")
        assert(track:add_processor_by_index(processor, 0, nil, true) == 0, "the plug-in cannot be inserted")
        local insert = processor:to_insert()
        local preset = os.getenv("ARIOSO_PRESET")
        if preset ~= "" then
            local record = insert:plugin(0):preset_by_label(preset)
            assert(record and record.valid, "no preset " .. preset)
            assert(insert:plugin(0):load_preset(record), "the preset cannot be loaded")
        end
        set_values(processor, insert)
        automate(insert)
    end
    ARDOUR.LuaAPI.usleep(300000) -- a VST3 plug-in hears of values with the next cycles
    Session:save_state("")
end

local function list()
    assert(load_session(os.getenv("ARIOSO_SESSION"), "song"))
    for track in Session:get_tracks():iter() do
        local processor = track:nth_plugin(0)
        assert(not processor:isnil(), "the plug-in is not there after loading")
        local insert = processor:to_insert()
        for number, label in pairs(labels(insert)) do
            local value = ARDOUR.LuaAPI.get_processor_param(processor, number)
            say("parameter", label, string.format("%.9g", value or 0))
        end
    end
end

AudioEngine:set_backend("None (Dummy)", "arioso", "")
local done, reason = pcall(os.getenv("ARIOSO_STEP") == "make" and make or list)
if not done then say("failed", tostring(reason)) end
close_session()
quit()

package io.arioso.editor.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.editor.EditorMeter;
import io.arioso.editor.LocalEditorContext;
import io.arioso.editor.TestEffects;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditorModelTest {
    private final EditorModel bands = EditorModel.of(new LocalEditorContext(new TestEffects.Bands()));
    private final EditorModel kinds = EditorModel.of(new LocalEditorContext(new TestEffects.Kinds()));

    @Test
    void bypassStandsInTheHeaderAndNowhereElse() {
        assertEquals("bypass", kinds.bypass().orElseThrow().id());
        assertTrue(cells(section(kinds, "Main")).stream().noneMatch(label -> label.equals("Bypass")));
    }

    @Test
    void everyKindOfParameterGetsItsControl() {
        assertEquals(List.of(ControlKind.KNOB, ControlKind.KNOB, ControlKind.KNOB, ControlKind.SWITCH,
            ControlKind.SEGMENTS, ControlKind.MENU),
            section(kinds, "Main").cells().stream().map(Cell::kind).toList());
    }

    @Test
    void numberedGroupsAreOneSeries() {
        Series series = bands.parts().get(0).series().orElseThrow();
        assertEquals("Band", series.title());
        assertEquals(8, series.items().size());
        assertEquals(List.of("Band 3", "Band 3 dynamics"),
            series.items().get(2).sections().stream().map(Section::title).toList());
        assertEquals("band3_on", series.items().get(2).toggle().orElseThrow().id());
    }

    @Test
    void labelsDoNotRepeatWhatTheirTitleSays() {
        Series series = bands.parts().get(0).series().orElseThrow();
        assertEquals(List.of("Type", "Frequency", "Gain"), cells(series.items().get(0).sections().get(0)));
        assertEquals(List.of("Threshold", "Amount", "Release"), cells(section(bands, "Ducking")));
    }

    @Test
    void theSwitchOfAGroupStandsInItsTitle() {
        assertEquals("duck_on", section(bands, "Ducking").toggle().orElseThrow().id());
        assertTrue(section(bands, "Key").toggle().isEmpty(), "a switch that is not the whole group's is a cell");
    }

    @Test
    void metersOfANumberStandWithTheNumber() {
        assertEquals(List.of("gain_reduction", "level_in", "true_peak_out", "loudness_out", "correlation_out"),
            bands.meters().stream().map(EditorMeter::id).toList());
        Series.Item fifth = bands.parts().get(0).series().orElseThrow().items().get(4);
        assertEquals(List.of("band5_dyn_gain"),
            fifth.sections().get(1).meters().stream().map(EditorMeter::id).toList());
    }

    @Test
    void everyParameterIsSomewhereExactlyOnce() {
        LocalEditorContext context = new LocalEditorContext(new TestEffects.Bands());
        EditorModel model = EditorModel.of(context);
        long shown = model.bypass().stream().count();
        for (EditorModel.Part part : model.parts()) {
            shown += part.section().stream().mapToLong(EditorModelTest::count).sum();
            shown += part.series().stream().flatMap(series -> series.items().stream())
                .flatMap(item -> item.sections().stream()).mapToLong(EditorModelTest::count).sum();
        }
        assertEquals(context.parameters().size(), shown);
    }

    private static long count(Section section) {
        return section.cells().size() + section.toggle().stream().count();
    }

    private static List<String> cells(Section section) {
        return section.cells().stream().map(Cell::label).toList();
    }

    private static Section section(EditorModel model, String title) {
        return model.parts().stream().flatMap(part -> part.section().stream())
            .filter(section -> section.title().equals(title)).findFirst().orElseThrow();
    }
}

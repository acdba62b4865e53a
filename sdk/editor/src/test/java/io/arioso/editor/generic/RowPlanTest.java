package io.arioso.editor.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowPlanTest {
    private static final double COLUMN = 88;
    private static final double FRAME = 16;
    private static final double GAP = 8;

    @Test
    void whatFitsStandsInOneRow() {
        RowPlan plan = plan(List.of(knobs(4), knobs(3), knobs(3)), 960);
        assertEquals(List.of(new RowPlan.Row(0, List.of(4, 3, 3))), plan.rows());
    }

    @Test
    void aSectionWiderThanTheWindowWraps() {
        RowPlan plan = plan(List.of(knobs(10)), 480);
        assertEquals(1, plan.rows().size());
        assertTrue(plan.rows().get(0).columns().get(0) <= 5, plan.toString());
    }

    @Test
    void aWideCellIsNeverBroken() {
        Placement placement = Placement.of(List.of(1, 2, 2, 1), 3);
        assertEquals(List.of(new Placement.Spot(0, 0, 1), new Placement.Spot(0, 1, 2), new Placement.Spot(1, 0, 2),
            new Placement.Spot(1, 2, 1)), placement.spots());
    }

    @Test
    void rowsKeepTheOrderHoldEverySectionAndFitTheWidth() {
        Random random = new Random(815);
        for (int trial = 0; trial < 200; trial++) {
            List<RowPlan.Block> blocks = new ArrayList<>();
            for (int block = 0; block <= random.nextInt(9); block++) blocks.add(knobs(1 + random.nextInt(9)));
            double width = 400 + random.nextInt(1500);
            int next = 0;
            for (RowPlan.Row row : plan(blocks, width).rows()) {
                assertEquals(next, row.first(), "seed 815, trial " + trial);
                next += row.columns().size();
                double used = row.columns().stream().mapToDouble(columns -> columns * COLUMN + FRAME + GAP).sum() - GAP;
                assertTrue(used <= width, "seed 815, trial " + trial + ": " + used + " in " + width);
            }
            assertEquals(blocks.size(), next, "seed 815, trial " + trial);
        }
    }

    private static RowPlan plan(List<RowPlan.Block> blocks, double width) {
        return RowPlan.of(blocks, width, COLUMN, FRAME, GAP);
    }

    private static RowPlan.Block knobs(int count) {
        return new RowPlan.Block(Collections.nCopies(count, 1), 1);
    }
}

package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EditQueueTest {
    private final EditQueue queue = new EditQueue(4);
    private final List<String> taken = new ArrayList<>();

    private boolean take(int kind, int index, double plain) {
        return taken.add(switch (kind) {
            case AudioBlock.GESTURE_BEGIN -> "begin " + index;
            case AudioBlock.GESTURE_END -> "end " + index;
            default -> "value " + index + " " + plain;
        });
    }

    private List<String> drained() {
        queue.drain(this::take);
        return taken;
    }

    @Test
    void aGestureComesOutAsItWentIn() {
        assertTrue(queue.isEmpty());
        queue.begin(2);
        queue.value(2, 0.5);
        queue.end(2);
        assertFalse(queue.isEmpty());
        assertEquals(List.of("begin 2", "value 2 0.5", "end 2"), drained());
        assertTrue(queue.isEmpty());
    }

    @Test
    void aThousandMovesThatNobodyFetchedAreTheLastOne() {
        queue.begin(1);
        for (int i = 0; i < 1000; i++) queue.value(1, i);
        assertEquals(List.of("begin 1", "value 1 999.0"), drained());
        queue.end(1);
        assertEquals(List.of("begin 1", "value 1 999.0", "end 1"), drained());
    }

    @Test
    void parametersComeInTheOrderInWhichTheyWereTouched() {
        queue.value(3, 1);
        queue.value(0, 2);
        queue.value(3, 3);
        assertEquals(List.of("value 3 3.0", "value 0 2.0"), drained());
    }

    @Test
    void aGripRightAfterAReleaseIsOneGesture() {
        queue.begin(0);
        queue.value(0, 1);
        queue.end(0);
        queue.begin(0);
        queue.value(0, 2);
        queue.end(0);
        assertEquals(List.of("begin 0", "value 0 2.0", "end 0"), drained());
    }

    @Test
    void whatIsNotTakenIsOfferedAgainInItsOrder() {
        queue.begin(1);
        queue.value(1, 5);
        queue.end(1);
        for (int room = 0; room < 4; room++) {
            int[] left = {room == 0 ? 0 : 1};
            queue.drain((kind, index, plain) -> left[0]-- > 0 && take(kind, index, plain));
            assertEquals(room, taken.size());
        }
        assertEquals(List.of("begin 1", "value 1 5.0", "end 1"), taken);
        assertTrue(queue.isEmpty());
    }

    @Test
    void aGripWhileTheReleaseWasRefusedKeepsTheGestureOpen() {
        queue.end(1);
        queue.drain((kind, index, plain) -> {
            queue.begin(1);
            return false;
        });
        assertEquals(List.of(), drained());
        queue.end(1);
        assertEquals(List.of("end 1"), drained());
    }

    @Test
    void ofFourUsersAtOnceEveryGestureIsClosedAndEveryLastValueArrives() throws InterruptedException {
        List<Thread> users = new ArrayList<>();
        for (int user = 0; user < 4; user++) {
            int own = user;
            users.add(new Thread(() -> {
                for (int gesture = 0; gesture < 20_000; gesture++) {
                    queue.begin(own);
                    queue.value(own, gesture);
                    queue.end(own);
                }
            }));
        }
        boolean[] open = new boolean[4];
        double[] last = new double[4];
        AtomicBoolean orderly = new AtomicBoolean(true);
        int[] offers = new int[1];
        EditQueue.Taker taker = (kind, index, plain) -> {
            if (++offers[0] % 5 == 0) return false;
            if (kind == AudioBlock.VALUE) {
                if (plain < last[index]) orderly.set(false);
                last[index] = plain;
            } else {
                if (open[index] == (kind == AudioBlock.GESTURE_BEGIN)) orderly.set(false);
                open[index] = kind == AudioBlock.GESTURE_BEGIN;
            }
            return true;
        };
        users.forEach(Thread::start);
        while (users.stream().anyMatch(Thread::isAlive)) queue.drain(taker);
        for (Thread user : users) user.join();
        while (!queue.isEmpty()) queue.drain(taker);
        assertTrue(orderly.get(), "a value went back, or a grip or a release came twice");
        for (int user = 0; user < 4; user++) {
            assertFalse(open[user]);
            assertEquals(19_999, last[user]);
        }
    }

    @Test
    void takingAllocatesNothing() {
        double[] sum = new double[1];
        EditQueue.Taker taker = (kind, index, plain) -> {
            sum[0] += plain;
            return true;
        };
        assertEquals(0, Allocated.bytes(() -> {
            for (int i = 0; i < 10_000; i++) {
                queue.begin(i & 3);
                queue.value(i & 3, i);
                queue.end(i & 3);
                queue.drain(taker);
            }
        }));
    }
}

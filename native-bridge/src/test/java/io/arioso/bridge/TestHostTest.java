package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The other tests' hosts tell what their processes did. */
class TestHostTest {

    @Test
    void aHostsWordsAndExitCodeComeBack() {
        TestHost.Run run = TestHost.installed("sh").withEnvironment("SAID", "hello")
            .run("-c", "echo $SAID; echo trouble >&2; exit 3");
        assertEquals("hello\n", run.out());
        assertEquals("trouble\n", run.errors());
        assertEquals(3, run.exit());
        assertThrows(AssertionError.class, run::succeeded);
    }

    @Test
    void aHostThatHangsIsEnded() {
        assertEquals(-1, TestHost.installed("sleep").within(Duration.ofMillis(50)).run("60").exit());
    }
}

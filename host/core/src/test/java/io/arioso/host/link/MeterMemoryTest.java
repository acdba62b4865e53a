package io.arioso.host.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterMemoryTest {
    @TempDir
    Path folder;

    @Test
    void whatTheOwnerPublishesTheScreenReadsThoughTheFileIsGone() throws IOException {
        Path file = folder.resolve("meters");
        try (MeterMemory owner = MeterMemory.create(file)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            int number = owner.take();
            try (MeterMemory screen = MeterMemory.open(file)) {
                assertFalse(Files.exists(file));
                MeterPage read = screen.page(number);
                assertTrue(Double.isNaN(read.read(0)) && Double.isNaN(read.read(MeterPage.METERS - 1)));
                owner.page(number).publish(0, -3.5);
                owner.page(number).publish(MeterPage.METERS - 1, 0.1);
                assertEquals(-3.5, read.read(0));
                assertEquals(0.1, read.read(MeterPage.METERS - 1));
            }
        }
    }

    @Test
    void aPageThatIsTakenAgainHasNotMeasuredYet() throws IOException {
        try (MeterMemory memory = MeterMemory.create(folder.resolve("meters"))) {
            int first = memory.take();
            int second = memory.take();
            assertNotEquals(first, second);
            memory.page(first).publish(0, 1);
            memory.page(second).publish(0, 2);
            memory.giveBack(first);
            assertEquals(first, memory.take());
            assertTrue(Double.isNaN(memory.page(first).read(0)));
            assertEquals(2, memory.page(second).read(0));
        }
    }

    @Test
    void pagesEndWithASentence() throws IOException {
        try (MeterMemory memory = MeterMemory.create(folder.resolve("meters"))) {
            for (int page = 0; page < MeterMemory.PAGES; page++) memory.take();
            assertEquals("meter memory: all 4096 pages are in use", assertThrows(IOException.class, memory::take).getMessage());
            assertThrows(LinkException.class, () -> memory.page(MeterMemory.PAGES));
            assertThrows(LinkException.class, () -> memory.page(-1));
        }
    }

    @Test
    void aFileThatIsTooShortIsNotMapped() throws IOException {
        Path file = Files.write(folder.resolve("short"), new byte[100]);
        assertThrows(LinkException.class, () -> MeterMemory.open(file));
        assertFalse(Files.exists(file));
    }

    @Test
    void nobodysFileIsTakenOver() throws IOException {
        Path file = Files.write(folder.resolve("there"), new byte[100]);
        assertThrows(FileAlreadyExistsException.class, () -> MeterMemory.create(file));
        assertEquals(100, Files.size(file));
    }
}

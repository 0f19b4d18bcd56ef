package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.cli.CommandFailedException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class DemoFolderTest {
    @TempDir Path parent;

    @Test
    void withoutOneThatIsKeptNothingStays() throws Exception {
        Path data;
        try (DemoFolder folder = DemoFolder.of(Optional.empty())) {
            data = folder.data("kafka");
            Files.writeString(data, "log");
            assertThat(folder.run()).isEqualTo(1);
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void whatIsKeptIsThereForTheNextOne() throws Exception {
        Optional<Path> kept = Optional.of(parent.resolve("kept"));
        assertThat(DemoFolder.database(kept)).isEmpty();
        Path scratch;
        try (DemoFolder folder = DemoFolder.of(kept)) {
            Files.writeString(folder.data("kafka"), "log");
            scratch = folder.scratch("audit");
            Files.writeString(scratch, "evidence");
            folder.isWrittenTo("the one");
        }
        assertThat(scratch).doesNotExist();
        assertThat(DemoFolder.database(kept)).hasValue("the one");
        try (DemoFolder folder = DemoFolder.of(kept)) {
            assertThat(folder.run()).isEqualTo(2);
            assertThat(folder.data("kafka")).hasContent("log");
        }
    }

    @Test
    void aNumberThatSomebodyElseWroteIsRefused() throws Exception {
        Path kept = Files.createDirectory(parent.resolve("kept"));
        Files.writeString(kept.resolve("runs"), "many");

        assertThatThrownBy(() -> DemoFolder.of(Optional.of(kept)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is no number of demos");
    }

    @Test
    void aLogIsWrittenToOneDatabaseOnly() throws Exception {
        Optional<Path> kept = Optional.of(parent.resolve("kept"));
        try (DemoFolder folder = DemoFolder.of(kept)) {
            folder.isWrittenTo("jdbc:postgresql://there/db");
        }

        assertThatThrownBy(() -> Obstacles.refuseOtherDatabase(kept, Optional.empty()))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(
                        "is written to jdbc:postgresql://there/db, not to the demo's own");
    }

    @Test
    void oneDemoAtATimeHasIt() throws Exception {
        Optional<Path> kept = Optional.of(parent.resolve("kept"));
        try (DemoFolder folder = DemoFolder.of(kept)) {
            assertThatThrownBy(() -> DemoFolder.of(kept))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("another demo plays in");
            assertThat(folder.run()).isEqualTo(1);
        }
    }

    @Test
    void othersFoldersAreLeftAlone() throws Exception {
        Path theirs = Files.createDirectory(parent.resolve("theirs"));
        Path file = Files.writeString(theirs.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DemoFolder.of(Optional.of(theirs)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("holds other things than a demo's");
        assertThatThrownBy(() -> DemoFolder.of(Optional.of(file)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("is no folder");
        assertThat(theirs).isDirectoryContaining(child -> child.equals(file));
        assertThat(theirs.toFile().list()).hasSize(1);
    }
}

package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OutputFileTest {
    @TempDir Path folder;

    @Test
    void whatIsReadIsNotWritten() throws Exception {
        Path log = Files.writeString(folder.resolve("log"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("link"), log);

        for (Path out : List.of(log, link, folder.resolve("../" + folder.getFileName() + "/log"))) {
            assertThatThrownBy(() -> OutputFile.of(out, "--out", List.of(log)))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("--out: " + out);
        }
        assertThat(log).hasContent("precious");
    }
}

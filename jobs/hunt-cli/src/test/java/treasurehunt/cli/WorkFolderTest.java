package treasurehunt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class WorkFolderTest {
    @Test
    void isGoneWithAllThatIsInIt() throws IOException {
        WorkFolder folder = WorkFolder.create("hunt-test-");
        Files.createDirectories(folder.path().resolve("a/b"));
        Files.writeString(folder.path().resolve("a/file"), "text");

        folder.close();
        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aSignalStopsItsUserBeforeItIsDeleted() throws Exception {
        CompletableFuture<WorkFolder> made = new CompletableFuture<>();
        CompletableFuture<Boolean> wasThereWhenStopped = new CompletableFuture<>();
        Thread user = new Thread(() -> use(made, wasThereWhenStopped), "user");
        user.start();
        WorkFolder folder = made.get(10, TimeUnit.SECONDS);

        folder.end(user);

        assertThat(wasThereWhenStopped).isCompletedWithValue(true);
        assertThat(folder.path()).doesNotExist();
        user.join();
    }

    private static void use(
            CompletableFuture<WorkFolder> made, CompletableFuture<Boolean> wasThereWhenStopped) {
        try (WorkFolder folder = WorkFolder.goneAtAnyEnd("hunt-test-")) {
            made.complete(folder);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                wasThereWhenStopped.complete(Files.exists(folder.path()));
            }
        } catch (IOException e) {
            made.completeExceptionally(e);
        }
    }
}

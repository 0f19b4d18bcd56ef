package treasurehunt.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/** A child that writes its name to a file when it is ended in an orderly way. */
final class Obituary {
    private Obituary() {}

    public static void main(String[] args) throws InterruptedException {
        Path file = Path.of(args[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> append(file, args[0] + "\n")));
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package treasurehunt.testkit;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A child with children of its own, {@code first} and {@code second}, started in that order. */
final class Parent {
    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        startChild(folder, "first");
        startChild(folder, "second");
        new CountDownLatch(1).await();
    }

    private static void startChild(Path folder, String name) {
        ChildJvm child =
                ChildJvm.of(Obituary.class.getName())
                        .arguments(name, folder.resolve("obituaries").toString())
                        .start(folder.resolve(name + ".log"));
        child.await("the child", Patience.TIMEOUT, () -> child.logTail().contains("ready"));
        System.out.println(name + "=" + child.pid());
    }
}

package treasurehunt.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A child with children of its own, {@code first} and {@code second}, started in that order; and
 * suspended if it is told {@code suspend}.
 */
final class Parent {
    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        boolean suspend = args.length > 1 && args[1].equals("suspend");
        for (String name : List.of("first", "second")) {
            ChildJvm child = started(folder, name);
            if (suspend) {
                child.suspend();
            }
            System.out.println(name + "=" + child.pid());
        }
        new CountDownLatch(1).await();
    }

    private static ChildJvm started(Path folder, String name) {
        ChildJvm child =
                ChildJvm.of(Obituary.class.getName())
                        .arguments(name, folder.resolve("obituaries").toString())
                        .start(folder.resolve(name + ".log"));
        child.await("the child", Patience.TIMEOUT, () -> child.logTail().contains("ready"));
        return child;
    }
}

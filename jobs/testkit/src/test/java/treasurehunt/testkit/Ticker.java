package treasurehunt.testkit;

/** A child that says {@code tick} again and again. */
final class Ticker {
    static final String LINE = "tick\n";

    private Ticker() {}

    public static void main(String[] args) throws InterruptedException {
        while (true) {
            System.out.print(LINE);
            Thread.sleep(10);
        }
    }
}

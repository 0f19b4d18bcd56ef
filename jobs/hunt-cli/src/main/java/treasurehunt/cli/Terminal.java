package treasurehunt.cli;

/** Whether a person looks on. */
public final class Terminal {
    private Terminal() {}

    /** Whether input and output are a terminal, so that lines can be drawn over. */
    @SuppressWarnings("SystemConsoleNull") // from Java 22 on it would be something else; this is 17
    public static boolean isThere() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }
}

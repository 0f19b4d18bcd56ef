package treasurehunt.cli;

/** The logs of the libraries inside this JVM. */
final class Logging {
    private static final String CONFIGURATION = "log4j2.configurationFile";

    private Logging() {}

    /** Must come before the first logger; a configuration from the command line stays. */
    static void toStandardError(boolean verbose) {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "classpath:treasurehunt/cli/log4j2.properties");
            System.setProperty("hunt.log.level", verbose ? "warn" : "off");
        }
    }
}

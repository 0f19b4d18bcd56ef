package treasurehunt.connector.kafka.job;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

import java.util.Iterator;
import java.util.List;

/** The configuration of a job that runs in its own JVM. */
public final class CommandLine {
    private static final String USAGE = "usage: [--configDir DIR] [-Dkey=value ...]";

    private CommandLine() {}

    /** The folder's {@code config.yaml}, where one is given, with the single settings over it. */
    public static Configuration configuration(String[] args) {
        Configuration settings = new Configuration();
        String folder = null;
        for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
            String arg = rest.next();
            int equals = arg.indexOf('=');
            if (arg.equals("--configDir") && rest.hasNext()) {
                folder = rest.next();
            } else if (arg.startsWith("-D") && equals > 2) {
                settings.setString(arg.substring(2, equals), arg.substring(equals + 1));
            } else {
                throw new IllegalArgumentException("unknown argument " + arg + "; " + USAGE);
            }
        }
        return folder == null ? settings : GlobalConfiguration.loadConfiguration(folder, settings);
    }
}

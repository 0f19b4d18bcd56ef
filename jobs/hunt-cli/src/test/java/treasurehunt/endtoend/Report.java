package treasurehunt.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What a test measured: printed, and added to {@code -Dhunt.report=FILE}. */
final class Report {
    private Report() {}

    static void write(String json, Object... figures) throws IOException {
        String report = String.format(Locale.ROOT, json, figures);
        System.out.println(report);
        String file = System.getProperty("hunt.report");
        if (file != null) {
            Files.writeString(
                    Path.of(file), report, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}

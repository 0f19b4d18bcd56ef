package treasurehunt.cli;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lines of recorded logs. */
final class LogLines {
    private LogLines() {}

    /** A record that holds an action. */
    static String plain(int partition, long offset, long appendTime, String action) {
        return "{\"partition\":%d,\"offset\":%d,\"append_time\":%d,%s"
                .formatted(partition, offset, appendTime, action.substring(1));
    }

    /** Any record at all; without a key if that is empty. */
    static String raw(int partition, long offset, long appendTime, String key, String value) {
        return "{\"partition\":%d,\"offset\":%d,\"append_time\":%d,%s\"value\":\"%s\"}"
                .formatted(
                        partition,
                        offset,
                        appendTime,
                        key.isEmpty() ? "" : "\"key\":\"" + base64(key) + "\",",
                        base64(value));
    }

    static String tick(int partition, long offset, long appendTime) {
        return "{\"partition\":%d,\"offset\":%d,\"append_time\":%d,\"tick\":{}}"
                .formatted(partition, offset, appendTime);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

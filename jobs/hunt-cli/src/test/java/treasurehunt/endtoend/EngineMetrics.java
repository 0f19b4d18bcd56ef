package treasurehunt.endtoend;

import treasurehunt.testkit.Poll;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** What an engine's Prometheus endpoint says. */
record EngineMetrics(int port) {

    /** Waits until one of the series of a metric has such a value. */
    void await(String metric, DoublePredicate value) {
        boolean seen = Poll.until(HuntSystem.PATIENCE, () -> values(metric).anyMatch(value));
        if (!seen) {
            throw new AssertionError(metric + ": still otherwise");
        }
    }

    /** What all series of a metric come to. */
    double sum(String metric) {
        return values(metric).sum();
    }

    private DoubleStream values(String metric) {
        Pattern series =
                Pattern.compile("(?m)^flink_\\w*_" + Pattern.quote(metric) + "\\{.*} (\\S+)$");
        return series.matcher(page())
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)));
    }

    private String page() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                            .build();
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

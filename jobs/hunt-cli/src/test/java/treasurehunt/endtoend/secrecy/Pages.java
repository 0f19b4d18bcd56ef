package treasurehunt.endtoend.secrecy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an engine shows by HTTP: its metrics, and whatever Flink's dashboard can ask for. */
public final class Pages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> OF_THE_CLUSTER =
            List.of(
                    "/config",
                    "/overview",
                    "/jobs/overview",
                    "/jars",
                    "/datasets",
                    "/jobmanager/config",
                    "/jobmanager/environment",
                    "/jobmanager/log",
                    "/jobmanager/logs",
                    "/jobmanager/metrics",
                    "/jobmanager/stdout",
                    "/jobmanager/thread-dump");

    private static final List<String> OF_A_JOB =
            List.of(
                    "",
                    "/accumulators?includeSerializedValue=true",
                    "/checkpoints",
                    "/checkpoints/config",
                    "/config",
                    "/exceptions?maxExceptions=20",
                    "/execution-result",
                    "/jobmanager/config",
                    "/jobmanager/environment",
                    "/metrics",
                    "/plan",
                    "/status");

    private static final List<String> OF_A_VERTEX =
            List.of(
                    "",
                    "/accumulators",
                    "/backpressure",
                    "/flamegraph",
                    "/metrics",
                    "/subtasks/0",
                    "/subtasks/accumulators",
                    "/subtasks/metrics",
                    "/subtasktimes",
                    "/taskmanagers",
                    "/watermarks");

    private static final List<String> OF_A_TASK_MANAGER =
            List.of("", "/log", "/logs", "/metrics", "/stdout", "/thread-dump");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI dashboard;
    private final URI metrics;
    private final Path folder;

    /**
     * Those of an engine on this machine.
     *
     * @param folder is given a file for each page
     */
    public Pages(int restPort, int metricsPort, Path folder) throws IOException {
        dashboard = URI.create("http://localhost:" + restPort);
        metrics = URI.create("http://localhost:" + metricsPort + "/metrics");
        this.folder = Files.createDirectories(folder);
    }

    /** Fetches all there are now, also those that say only that there is nothing to say. */
    public void fetch() throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(OF_THE_CLUSTER);
        for (String job : ids("/jobs/overview", "jobs", "jid")) {
            below(paths, "/jobs/" + job, OF_A_JOB);
            for (String vertex : ids("/jobs/" + job, "vertices", "id")) {
                below(paths, "/jobs/" + job + "/vertices/" + vertex, OF_A_VERTEX);
            }
        }
        for (String worker : ids("/taskmanagers", "taskmanagers", "id")) {
            below(paths, "/taskmanagers/" + worker, OF_A_TASK_MANAGER);
        }
        page(metrics);
        for (String path : paths) {
            page(dashboard.resolve(path));
        }
    }

    private static void below(List<String> paths, String above, List<String> ends) {
        ends.forEach(end -> paths.add(above + end));
    }

    private List<String> ids(String path, String list, String id)
            throws IOException, InterruptedException {
        JsonNode body = JSON.readTree(get(dashboard.resolve(path)));
        return body.path(list).findValuesAsText(id);
    }

    private void page(URI address) throws IOException, InterruptedException {
        String name = address.getRawPath().replace('/', '.') + "-" + System.nanoTime();
        Files.write(folder.resolve(name), get(address));
    }

    private byte[] get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return http.send(request, BodyHandlers.ofByteArray()).body();
    }
}

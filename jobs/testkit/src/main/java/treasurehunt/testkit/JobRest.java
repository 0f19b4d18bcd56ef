package treasurehunt.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What Flink's REST API on 127.0.0.1 tells of the one job it runs. */
final class JobRest {
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int port;

    JobRest(int port) {
        this.port = port;
    }

    /** False, too, while the API does not answer or does not know of exactly one job. */
    boolean allTasksRunning() {
        return job().map(JobRest::allTasksRunning).orElse(false);
    }

    /** Empty while the API does not answer; its metrics come seconds after the job. */
    OptionalLong restarts() {
        return job().map(job -> job.path("jid").asText())
                .flatMap(id -> get("/jobs/" + id + "/metrics?get=numRestarts"))
                .map(metrics -> metrics.path(0).path("value"))
                .filter(JsonNode::isTextual)
                .map(value -> OptionalLong.of(Long.parseLong(value.textValue())))
                .orElse(OptionalLong.empty());
    }

    private static boolean allTasksRunning(JsonNode job) {
        JsonNode tasks = job.path("tasks");
        int total = tasks.path("total").asInt();
        return job.path("state").asText().equals("RUNNING")
                && total > 0
                && tasks.path("running").asInt() == total;
    }

    private Optional<JsonNode> job() {
        return get("/jobs/overview")
                .map(overview -> overview.path("jobs"))
                .filter(jobs -> jobs.size() == 1)
                .map(jobs -> jobs.path(0));
    }

    private Optional<JsonNode> get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return response.statusCode() == OK
                    ? Optional.of(JSON.readTree(response.body()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking a job's REST API.", e);
        }
    }
}

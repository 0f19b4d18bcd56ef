package treasurehunt.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What Flink's REST API tells of one of its jobs, and asks of it. */
public final class JobRest {
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI api;
    private final Optional<String> name;

    private JobRest(URI api, Optional<String> name) {
        this.api = api;
        this.name = name;
    }

    /**
     * Of a job by its name; of several with that name, of the one that was started last.
     *
     * @param api {@code http://host:port}
     */
    public static JobRest of(URI api, String name) {
        return new JobRest(api, Optional.of(name));
    }

    /** Of the only job there is. */
    JobRest(int port) {
        this(URI.create("http://127.0.0.1:" + port), Optional.empty());
    }

    /** False, too, while the API does not answer or does not know of such a job. */
    public boolean allTasksRunning() {
        return job().map(JobRest::allTasksRunning).orElse(false);
    }

    /** Empty while the API does not answer or does not know of such a job. */
    public Optional<JobState> state() {
        return job().map(job -> JobState.valueOf(job.path("state").asText()));
    }

    /** The stack trace of the newest failure, whether the job got over it or not. */
    public Optional<String> newestFailure() {
        return id().flatMap(job -> get("/jobs/" + job + "/exceptions"))
                .map(answer -> answer.at("/exceptionHistory/entries/0/stacktrace"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
    }

    /** Empty while the API does not answer; its metrics come seconds after the job. */
    Optional<Long> restarts() {
        return id().flatMap(job -> get("/jobs/" + job + "/metrics?get=numRestarts"))
                .map(metrics -> metrics.path(0).path("value"))
                .filter(JsonNode::isTextual)
                .map(value -> Long.valueOf(value.textValue()));
    }

    /** Asks for a checkpoint now. */
    Wish checkpoint() {
        return wish("/checkpoints", JSON.createObjectNode(), "/checkpoints/");
    }

    /** Asks for the end of the job, with a savepoint in a new folder below the given one. */
    Wish stop(Path savepoints, boolean drain) {
        ObjectNode how = JSON.createObjectNode();
        how.put("targetDirectory", "file://" + savepoints);
        how.put("drain", drain);
        return wish("/stop", how, "/savepoints/");
    }

    /**
     * What came of the wish; empty while it is not fulfilled or the API does not answer.
     *
     * @throws IllegalStateException if it failed
     */
    Optional<JsonNode> outcome(Wish wish) {
        return get(wish.path())
                .filter(answer -> answer.at("/status/id").asText().equals("COMPLETED"))
                .map(answer -> unlessFailed(wish, answer.path("operation")));
    }

    /** What the job was asked for, and where it tells what came of it. */
    record Wish(String jobId, String path) {}

    private Wish wish(String resource, ObjectNode how, String outcomes) {
        String job =
                id().orElseThrow(() -> new IllegalStateException("No job answers at " + uri("/")));
        HttpRequest request =
                HttpRequest.newBuilder(uri("/jobs/" + job + resource))
                        .timeout(ANSWER_DEADLINE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(how.toString()))
                        .build();
        try {
            HttpResponse<String> response = send(request);
            if (response.statusCode() != HttpURLConnection.HTTP_ACCEPTED) {
                throw new IllegalStateException(
                        "The job refused %s: %s".formatted(request.uri(), response.body()));
            }
            String id = JSON.readTree(response.body()).path("request-id").asText();
            return new Wish(job, "/jobs/" + job + outcomes + id);
        } catch (IOException e) {
            throw new UncheckedIOException("The job did not answer to " + request.uri(), e);
        }
    }

    private JsonNode unlessFailed(Wish wish, JsonNode operation) {
        // The cause has one name for savepoints and another one for checkpoints.
        JsonNode cause = operation.findValue("stack-trace");
        if (cause != null) {
            throw new IllegalStateException(
                    "The job tells by %s: %s".formatted(uri(wish.path()), cause.asText()));
        }
        return operation;
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
                .flatMap(jobs -> name.isPresent() ? named(jobs, name.get()) : only(jobs));
    }

    private static Optional<JsonNode> only(JsonNode jobs) {
        return jobs.size() == 1 ? Optional.of(jobs.path(0)) : Optional.empty();
    }

    private static Optional<JsonNode> named(JsonNode jobs, String name) {
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> job.path("name").asText().equals(name))
                .max(Comparator.comparingLong(job -> job.path("start-time").asLong()));
    }

    private Optional<String> id() {
        return job().map(job -> job.path("jid").asText());
    }

    private Optional<JsonNode> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(ANSWER_DEADLINE).build();
        try {
            HttpResponse<String> response = send(request);
            return response.statusCode() == HttpURLConnection.HTTP_OK
                    ? Optional.of(JSON.readTree(response.body()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking a job's REST API.", e);
        }
    }

    private URI uri(String path) {
        return api.resolve(path);
    }
}

package treasurehunt.endtoend.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that {@code ./hunt} can be asked about what was played. */
public final class Inquiries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FORMS = List.of("--verbose", "--json");

    private final HuntCommand hunt;
    private final Path folder;
    private final Path hunts;
    private final Path actions;
    private final Path replayed;

    /**
     * Inquiries into what stands in a broker.
     *
     * @param folder for what is recorded
     */
    public Inquiries(HuntCommand hunt, Path folder) {
        this.hunt = hunt;
        this.folder = folder;
        hunts = folder.resolve("hunts");
        actions = folder.resolve("actions.ndjson");
        replayed = folder.resolve("replayed.ndjson");
    }

    /** Plays a little, and is shown the answers; returns how many actions that were. */
    public int send() throws IOException {
        send("join");
        send("answer", "door", "wrong");
        send("hint", "door", "cheap");
        send("hint", "vault", "only");
        return 4;
    }

    private void send(String... action) throws IOException {
        Stream<String> dan = Stream.of("send", "--player=dan", "--hunt=attic", hunt.kafka());
        Object[] arguments = Stream.concat(dan, Stream.of(action)).toArray();
        good(hunt.run("send-" + String.join("-", action), arguments));
    }

    /** Shows so many records of a topic, as they stand there and in words. */
    public void tail(String topic, int records) throws IOException {
        good(tail("tail-" + topic, topic, records, "--json"));
        good(tail("tail-words-" + topic, topic, records));
    }

    private HuntCommand.Ran tail(String name, String topic, int records, Object... how)
            throws IOException {
        Stream<Object> tail =
                Stream.of("tail", topic, "--from-start", "--max", records, hunt.kafka());
        return hunt.run(name, Stream.concat(tail, Stream.of(how)).toArray());
    }

    public void record() throws IOException {
        Path results = folder.resolve("results.ndjson");
        good(
                hunt.run(
                        "record",
                        "record",
                        "--out",
                        actions,
                        "--hunts",
                        hunts,
                        "--results",
                        results,
                        hunt.kafka(),
                        hunt.keys()));
    }

    public void replay() throws IOException {
        good(replay("replay", "--out", replayed));
    }

    /** Explains everything that was replayed, for people and for programs. */
    public void explain() throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : Files.readAllLines(replayed)) {
            ids.add(JSON.readTree(line).get("id").asText());
        }
        for (String id : ids) {
            for (String form : FORMS) {
                good(replay("explain-" + id + form, "--explain", id, form));
            }
        }
    }

    private HuntCommand.Ran replay(String name, Object... how) throws IOException {
        Stream<Object> log =
                Stream.of("replay", "--hunts", hunts, "--actions", actions, hunt.keys());
        return hunt.run(name, Stream.concat(log, Stream.of(how)).toArray());
    }

    /** Audits what stands in the broker; whatever is found, other tests judge. */
    public void audit() throws IOException {
        Path report = folder.resolve("audit.json");
        HuntCommand.Ran ran =
                hunt.run("audit", "audit", "--report", report, hunt.kafka(), hunt.keys());
        assertThat(ran.said()).contains("Answers", "results");
    }

    /**
     * Audits answers that tell one secret in the place of another.
     *
     * @param elsewhere a folder for these answers
     */
    public void auditLeaked(String told, String kept, Path elsewhere) throws IOException {
        String leaked = Files.readString(replayed).replace(told, kept);
        Path results = Files.writeString(elsewhere.resolve("leaked.ndjson"), leaked);
        for (String form : FORMS) {
            HuntCommand.Ran ran =
                    hunt.run(
                            "audit-leaked" + form,
                            "audit",
                            "--hunts",
                            hunts,
                            "--actions",
                            actions,
                            "--results",
                            results,
                            "--report",
                            folder.resolve("audit-leaked" + form + ".json"),
                            form,
                            hunt.keys());
            assertThat(ran.exitCode()).as(ran.said()).isEqualTo(1);
        }
    }

    /** Has commands refuse a file that is sealed as it should be, and nevertheless no hunt. */
    public void askForNoHunt(Path file) throws IOException {
        List<HuntCommand.Ran> refused =
                List.of(
                        hunt.run("check-no-hunt", "check", file, hunt.keys()),
                        hunt.run(
                                "replay-no-hunt",
                                "replay",
                                "--hunts",
                                file.getParent(),
                                "--actions",
                                actions,
                                hunt.keys()),
                        hunt.run(
                                "audit-no-hunt",
                                "audit",
                                "--hunts",
                                file.getParent(),
                                "--actions",
                                actions,
                                "--results",
                                replayed,
                                hunt.keys()));
        assertThat(refused).extracting(HuntCommand.Ran::exitCode).containsOnly(1);
    }

    private static void good(HuntCommand.Ran ran) {
        assertThat(ran.exitCode()).as(ran.said()).isZero();
    }
}

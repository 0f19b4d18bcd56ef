package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import treasurehunt.cli.Hunt;
import treasurehunt.schemas.action.RawRecord;
import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.log.RecordedLog;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Results by player, each player's in their order, and the dead letters. */
record Judged(Map<String, List<String>> results, Set<String> letters) {
    Judged() {
        this(new TreeMap<>(), new HashSet<>());
    }

    /**
     * What two replays of the live log write, to the same bytes.
     *
     * @param folder for what is recorded and written
     * @param kept the places of those records that are replayed
     */
    static Judged replayed(HuntSystem system, Path folder, Predicate<String> kept)
            throws Exception {
        Path log = folder.resolve("recorded.ndjson");
        Path hunts = folder.resolve("recorded-hunts");
        run(
                "record",
                "--kafka",
                system.bootstrapServers(),
                "--keys",
                system.keys(),
                "--out",
                log,
                "--hunts",
                hunts);
        Path actions = folder.resolve("kept.ndjson");
        keep(log, actions, kept);
        Path first = folder.resolve("first.ndjson");
        Path again = folder.resolve("again.ndjson");
        for (Path out : List.of(first, again)) {
            run(
                    "replay",
                    "--keys",
                    system.keys(),
                    "--hunts",
                    hunts,
                    "--actions",
                    actions,
                    "--out",
                    out,
                    "--partitions",
                    HuntSystem.PARTITIONS);
        }
        assertThat(again).hasSameBinaryContentAs(first);
        return of(first);
    }

    private static void run(Object... command) {
        List<String> texts = new ArrayList<>();
        for (Object one : command) {
            texts.add(one.toString());
        }
        int exitCode = Hunt.commandLine(true).execute(texts.toArray(String[]::new));
        assertThat(exitCode).as(texts.get(0)).isZero();
    }

    private static void keep(Path log, Path actions, Predicate<String> kept)
            throws IOException, MalformedJsonException {
        try (BufferedWriter out = Files.newBufferedWriter(actions, UTF_8)) {
            for (String line : Files.readAllLines(log, UTF_8)) {
                RawRecord record = RecordedLog.decode(line.getBytes(UTF_8));
                if (kept.test(record.partition() + ":" + record.offset())) {
                    out.write(line + "\n");
                }
            }
        }
    }

    private static Judged of(Path replayed) throws IOException, MalformedJsonException {
        Judged judged = new Judged();
        for (String line : Files.readAllLines(replayed, UTF_8)) {
            if (line.contains("\"dead_letter\"")) {
                judged.letters.add(line);
            } else {
                judged.result(line.getBytes(UTF_8));
            }
        }
        return judged;
    }

    void result(byte[] json) throws MalformedJsonException {
        Result result = ResultCodec.decode(json);
        results.computeIfAbsent(result.player(), player -> new ArrayList<>())
                .add(new String(json, UTF_8));
    }

    /** A dead letter as the engine writes it. */
    void letter(byte[] json) throws MalformedJsonException {
        DeadLetter letter = DeadLetterCodec.decode(json);
        letters.add("{\"id\":\"" + letter.id() + "\",\"dead_letter\":\"" + letter.reason() + "\"}");
    }

    /** How much was said. */
    int size() {
        return letters.size() + results.values().stream().mapToInt(List::size).sum();
    }

    /** Byte for byte the same, each player's results in the same order. */
    void assertIs(Judged replayed) {
        assertThat(letters).isEqualTo(replayed.letters);
        assertThat(results.keySet()).isEqualTo(replayed.results.keySet());
        results.forEach(
                (player, given) ->
                        assertThat(given).as(player).isEqualTo(replayed.results.get(player)));
    }

    /** The same but for what a replay announces at its end, whatever the dead letters are. */
    void assertResultsAreUpToItsEnd(Judged replayed) {
        assertThat(results.keySet()).isEqualTo(replayed.results.keySet());
        results.forEach(
                (player, given) -> {
                    List<String> all = replayed.results.get(player);
                    assertThat(all).startsWith(given.toArray(new String[0]));
                    assertThat(all.subList(given.size(), all.size()))
                            .allMatch(line -> line.contains("\"code\":\"DUE\""));
                });
    }
}

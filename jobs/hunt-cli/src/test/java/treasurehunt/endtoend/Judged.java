package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Results by player, each player's in their order, and the dead letters. */
record Judged(Map<String, List<String>> results, Set<String> letters) {
    Judged() {
        this(new TreeMap<>(), new HashSet<>());
    }

    /** What a replay wrote. */
    static Judged of(Path replayed) throws Exception {
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

    /** Byte for byte the same, but for what a replay announces at its end. */
    void assertIsUpToItsEnd(Judged replayed) {
        assertThat(letters).isEqualTo(replayed.letters);
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

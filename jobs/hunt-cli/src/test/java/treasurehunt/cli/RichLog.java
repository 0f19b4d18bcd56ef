package treasurehunt.cli;

import static treasurehunt.cli.LogLines.plain;
import static treasurehunt.cli.LogLines.raw;
import static treasurehunt.cli.LogLines.tick;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A log in which a hunt of two versions is played in every way there is. Nobody in it ever gives
 * what {@link #SECRETS} hold.
 */
final class RichLog {
    /** What solves the clues. */
    static final List<String> SECRETS =
            List.of("quercus", "robur", "gr[ae]y mast", "grey", "QR-7781", "54.3512", "18.6534");

    private static final String PIER =
            """
            hunt: pier
            version: 1
            title: A pier
            opens: 1970-01-01T00:00:00Z
            closes: 1970-01-02T00:00:00Z
            time-limit: 2h
            max-speed: 10
            rate: {burst: 3, per-second: 1}
            complete-when: {all: [gate, mast]}
            clues:
              - id: gate
                title: The gate
                points: 100
                wrong-penalty: 5
                attempts: {max: 3, wait: 10s}
                proof: {answer: {accept: [quercus, robur, Oak], near: {ash: Another tree}}}
                hints: [{id: h1, cost: 10, text: A tree}]
                first-finders: [50]
                treasure: compass
              - id: mast
                title: The mast
                requires: gate
                unlocks-after: 10m
                deadline: 30m
                proof: {pattern: "gr[ae]y mast|mast"}
              - id: tag
                title: The tag
                deadline: 30m
                proof: {code: {accept: [QR-7781]}}
              - id: quay
                title: The quay
                proof: {place: {latitude: 54.3512, longitude: 18.6534, radius-m: 40, accuracy-m: 50}}
              - id: photo
                title: A photo
                proof: {review: {}}
            treasures:
              - {id: compass, title: A compass, stock: 1, points: 500}
            """;

    private final List<String> lines = new ArrayList<>();

    private RichLog() {}

    /** The hunt in another version, with another deadline. */
    static String pier(int version, String deadline) {
        return PIER.replace("version: 1", "version: " + version)
                .replace("deadline: 30m", "deadline: " + deadline);
    }

    /** Writes the hunts to {@code hunts/} and the log to {@code actions.ndjson}. */
    static List<String> write(Path folder) throws IOException {
        Hunts.write(folder.resolve("hunts/pier.yaml"), PIER);
        Hunts.write(
                folder.resolve("hunts/pier-2.yaml"),
                pier(2, "50m") + "effective-from: 1970-01-01T00:40:00Z\n");
        RichLog log = new RichLog();
        log.play();
        Files.writeString(folder.resolve("actions.ndjson"), String.join("\n", log.lines));
        return log.lines;
    }

    private void play() {
        ada(1, "\"join\":{}");
        ada(2, "\"answer\":{\"clue\":\"gate\",\"text\":\"elm\"}");
        ada(3, "\"answer\":{\"clue\":\"gate\",\"text\":\"Elm!\"}");
        ada(20, "\"answer\":{\"clue\":\"gate\",\"text\":\"elm\"}");
        ada(30, "\"answer\":{\"clue\":\"gate\",\"text\":\"ash\"}");
        ada(31, "\"hint\":{\"clue\":\"gate\",\"hint\":\"h1\"}");
        operator(32, "\"adjust\":{\"points\":20,\"reason\":\"a \\u001b[31mbroken\\u202e sign\"}");
        ada(33, "\"hint\":{\"clue\":\"gate\",\"hint\":\"h1\"}");
        ada(34, "\"scan\":{\"clue\":\"tag\",\"code\":\"QR-0000\"}");
        ada(35, "\"position\":{\"latitude\":54,\"longitude\":18,\"accuracy\":5}");
        ada(36, "\"arrive\":{\"clue\":\"quay\",\"latitude\":55,\"longitude\":18,\"accuracy\":5}");
        ada(37, "\"arrive\":{\"clue\":\"quay\",\"latitude\":55,\"longitude\":18,\"accuracy\":99}");
        ada(38, "\"submit_for_review\":{\"clue\":\"photo\",\"evidence\":\"http://a/b.jpg\"}");
        operator(39, "\"review\":{\"clue\":\"photo\",\"accepted\":false,\"reason\":\"dark\"}");
        ada(50, "\"answer\":{\"clue\":\"gate\",\"text\":\"oak\"}");
        verdict(
                51,
                "\"verdict\":{\"treasure\":\"gate#first-finders\",\"outcome\":\"GRANTED\",\"rank\":1}");
        verdict(52, "\"verdict\":{\"treasure\":\"compass\",\"outcome\":\"GRANTED\",\"rank\":1}");
        lines.add(raw(0, lines.size(), 53_000, "ada", "rubbish"));
        lines.add(tick(0, lines.size(), 54_000));
        ada(1_000, "\"answer\":{\"clue\":\"mast\",\"text\":\"a bowsprit\"}");
        ada(1_801, "\"answer\":{\"clue\":\"gate\",\"text\":\"oak\"}");
        ada(2_400, "\"answer\":{\"clue\":\"mast\",\"text\":\"bowsprit\"}");
        operator(2_401, "\"reset_attempts\":{\"clue\":\"mast\",\"reason\":\"fair\"}");
        operator(2_402, "\"mark_solved\":{\"clue\":\"mast\",\"reason\":\"fair\"}");
        operator(2_403, "\"disqualify\":{\"reason\":\"cheated\"}");
        ada(2_404, "\"abandon\":{}");
        operator(2_405, "\"reinstate\":{\"reason\":\"did not\"}");
        ada(2_406, "\"answer\":{\"clue\":\"tide\",\"text\":\"low\"}");
        player(2_407, "bob", "\"abandon\":{}");
        player(2_408, "bob", "\"join\":{}");
        player(2_409, "bob", "\"abandon\":{}");
        action(2_410, "ada", "\"operator\":\"lena\",", "\"forget\":{\"reason\":\"asked\"}");
        player(2_411, "cyd", "\"join\":{}");
        lines.add(tick(0, lines.size(), 9_700_000));
    }

    private void ada(long second, String kind) {
        action(second, "ada", "\"hunt\":\"pier\",\"member\":\"her \\u001b[31mson\",", kind);
    }

    private void player(long second, String player, String kind) {
        action(second, player, "\"hunt\":\"pier\",", kind);
    }

    private void operator(long second, String kind) {
        action(second, "ada", "\"hunt\":\"pier\",\"operator\":\"lena\",", kind);
    }

    private void verdict(long second, String kind) {
        player(second, "ada", kind);
    }

    private void action(long second, String player, String around, String kind) {
        lines.add(
                plain(
                        0,
                        lines.size(),
                        second * 1_000,
                        "{\"action_id\":\"%d\",\"player\":\"%s\",%s%s}"
                                .formatted(lines.size(), player, around, kind)));
    }
}

package treasurehunt.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.KindNames;
import treasurehunt.schemas.action.Reason;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.Proof;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.progress.Snapshot;
import treasurehunt.schemas.progress.SnapshotCodec;
import treasurehunt.schemas.progress.Standing;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.PointsReason;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A sample that breaks here breaks for everyone who has such a record in a log. */
class GoldenTest {
    @TempDir private Path scratch;

    static List<Path> actions() throws IOException {
        return Golden.actions();
    }

    static List<String> results() throws IOException {
        return Golden.results();
    }

    static List<String> deadLetters() throws IOException {
        return Golden.deadLetters();
    }

    static List<String> progress() throws IOException {
        return Golden.progress();
    }

    static List<String> hunts() throws IOException {
        return Golden.hunts();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void actionsAreReadAsTheKindTheirFileIsNamedAfter(Path file) throws Exception {
        Kind kind = ActionCodec.decode(Files.readAllBytes(file)).kind();

        assertThat(file.getFileName().toString()).startsWith(kind.name());
        assertThat(Contract.ACTION.breaches(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void resultsAreReadAndWrittenByteForByte(String line) throws Exception {
        Result result = ResultCodec.decode(line.getBytes(UTF_8));

        assertThat(new String(ResultCodec.encode(result), UTF_8)).isEqualTo(line);
        assertThat(Contract.RESULT.breaches(line)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void readersPassOverFieldsOfLaterResults(String line) throws Exception {
        String later = "{\"later\":[{\"than\":1e3}]," + line.substring(1);

        assertThat(ResultCodec.decode(later.getBytes(UTF_8)))
                .isEqualTo(ResultCodec.decode(line.getBytes(UTF_8)));
        assertThat(Contract.RESULT.breaches(later)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("deadLetters")
    void deadLettersAreReadAndWrittenByteForByte(String line) throws Exception {
        var letter = DeadLetterCodec.decode(line.getBytes(UTF_8));

        assertThat(new String(DeadLetterCodec.encode(letter), UTF_8)).isEqualTo(line);
        assertThat(Contract.DEAD_LETTER.breaches(line)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("progress")
    void snapshotsAreReadAndWrittenByteForByte(String line) throws Exception {
        Snapshot snapshot = SnapshotCodec.decode(line.getBytes(UTF_8));

        assertThat(new String(SnapshotCodec.encode(snapshot), UTF_8)).isEqualTo(line);
        assertThat(Contract.PROGRESS.breaches(line)).isEmpty();
    }

    @Test
    void everyWayToStandHasASample() throws Exception {
        Set<Object> seen = new HashSet<>();
        for (String line : Golden.progress()) {
            Snapshot snapshot = SnapshotCodec.decode(line.getBytes(UTF_8));
            seen.add(snapshot.standing().isPresent());
            snapshot.standing()
                    .ifPresent(
                            standing -> {
                                seen.add(standing.play());
                                standing.clues().values().forEach(clue -> seen.add(clue.status()));
                                seen.addAll(standing.treasures().values());
                            });
        }

        assertThat(seen)
                .contains(true, false)
                .contains((Object[]) Standing.Play.values())
                .contains((Object[]) Standing.Clue.Status.values())
                .contains((Object[]) Standing.Treasure.values());
    }

    @ParameterizedTest
    @MethodSource("hunts")
    void huntsAreReadAndWrittenByteForByte(String line) throws Exception {
        Hunt hunt = HuntCodec.decode(line.getBytes(UTF_8));

        assertThat(new String(HuntCodec.encode(hunt), UTF_8)).isEqualTo(line);
        assertThat(Contract.HUNT.breaches(line)).isEmpty();
    }

    /** Each of the hunts, in their order, and a void. */
    @Test
    void whatWasSealedOnceOpensForEver() throws Exception {
        Keys keys = huntKeys();
        List<Publication> expected = new ArrayList<>();
        for (String line : Golden.hunts()) {
            expected.add(new Publication.Published(HuntCodec.decode(line.getBytes(UTF_8))));
        }
        expected.add(new Publication.Voided("harbour-lights", 2));

        List<Publication> opened = new ArrayList<>();
        for (String line : Golden.publications()) {
            opened.add(PublicationCodec.decode(line.getBytes(UTF_8), keys));
        }

        assertThat(opened).isEqualTo(expected);
        assertThat(Golden.publications())
                .allSatisfy(line -> assertThat(Contract.HUNT.breaches(line)).isEmpty());
    }

    /** An old key and a new one; no version of git keeps a file from others. */
    private Keys huntKeys() throws Exception {
        KeyFolder folder = new KeyFolder(scratch);
        Files.write(folder.file(Role.HUNTS), Golden.huntKeys());
        Files.setPosixFilePermissions(
                folder.file(Role.HUNTS), PosixFilePermissions.fromString("rw-------"));
        return folder.read(Role.HUNTS);
    }

    @Test
    void everyKindHasASample() throws Exception {
        Set<String> seen = new HashSet<>();
        for (Path file : Golden.actions()) {
            seen.add(ActionCodec.decode(Files.readAllBytes(file)).kind().name());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(KindNames.ALL);
    }

    @Test
    void everyCodeEffectAndReasonOfPointsHasASample() throws Exception {
        List<Result> results = new ArrayList<>();
        for (String line : Golden.results()) {
            results.add(ResultCodec.decode(line.getBytes(UTF_8)));
        }
        List<Effect> effects = results.stream().flatMap(r -> r.effects().stream()).toList();

        assertThat(results).extracting(Result::code).contains(Code.values());
        assertThat(effects)
                .extracting(effect -> (Object) effect.getClass())
                .contains((Object[]) Effect.class.getPermittedSubclasses());
        assertThat(effects)
                .filteredOn(Effect.Points.class::isInstance)
                .extracting(effect -> ((Effect.Points) effect).cause().reason())
                .contains(PointsReason.values());
    }

    @Test
    void everyReasonOfADeadLetterHasASample() throws Exception {
        Set<Reason> seen = new HashSet<>();
        for (String line : Golden.deadLetters()) {
            seen.add(DeadLetterCodec.decode(line.getBytes(UTF_8)).reason());
        }

        assertThat(seen).containsExactlyInAnyOrder(Reason.values());
    }

    @Test
    void everyProofAndConditionHasASample() throws Exception {
        Set<Object> seen = new HashSet<>();
        for (String line : Golden.hunts()) {
            Hunt hunt = HuntCodec.decode(line.getBytes(UTF_8));
            hunt.completeWhen().walk(part -> seen.add(part.getClass()));
            hunt.clues()
                    .values()
                    .forEach(
                            clue -> {
                                seen.add(clue.proof().getClass());
                                clue.requires().walk(part -> seen.add(part.getClass()));
                            });
        }

        assertThat(seen)
                .containsAll(Arrays.asList(Proof.class.getPermittedSubclasses()))
                .containsAll(Arrays.asList(Condition.class.getPermittedSubclasses()));
    }
}

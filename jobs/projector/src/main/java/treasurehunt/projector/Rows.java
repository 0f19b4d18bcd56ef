package treasurehunt.projector;

import static java.util.stream.Collectors.joining;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

import treasurehunt.connector.kafka.source.CommittedRecord;
import treasurehunt.connector.postgres.sink.Row;
import treasurehunt.connector.postgres.sink.Target;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.progress.Snapshot;
import treasurehunt.schemas.progress.SnapshotCodec;
import treasurehunt.schemas.progress.Standing;
import treasurehunt.schemas.result.Effect;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows that records lead to. */
final class Rows {
    /** Operators may write it, and no text of Postgres can hold it. */
    private static final char NUL = '\u0000';

    private static final char INSTEAD_OF_NUL = '\uFFFD';

    private Rows() {}

    /** A codec of a topic of ours. */
    private interface Codec<T> {
        T decode(byte[] json) throws MalformedJsonException;
    }

    /** What cannot be read stops the job: passed over, the tables would be wrong for ever. */
    private static <T> T read(CommittedRecord record, Codec<T> codec) {
        try {
            if (record.value() != null) {
                return codec.decode(record.value());
            }
        } catch (MalformedJsonException e) {
            throw unreadable(record, e.getMessage());
        }
        throw unreadable(record, "no value");
    }

    private static IllegalStateException unreadable(CommittedRecord record, String why) {
        return new IllegalStateException(
                "The record at %s %d:%d cannot be read (%s). If a newer engine wrote it, run the projector of that release."
                        .formatted(record.topic(), record.partition(), record.offset(), why));
    }

    /** Of the topic {@code progress}. */
    static final class OfProgress implements FlatMapFunction<CommittedRecord, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(CommittedRecord record, Collector<Row> rows) {
            if (record.value() == null) {
                rows.collect(tombstone(record));
                return;
            }
            Snapshot snapshot = read(record, SnapshotCodec::decode);
            rows.collect(
                    snapshot.standing().isEmpty()
                            ? erasure(snapshot, record)
                            : progress(snapshot, snapshot.standing().get(), record));
        }
    }

    private static Row tombstone(CommittedRecord record) {
        String key = new String(record.key(), StandardCharsets.US_ASCII);
        int slash = key.indexOf('/');
        return row(
                Tables.TOMBSTONES,
                record,
                key.substring(slash + 1),
                key.substring(0, slash),
                record.offset());
    }

    private static Row erasure(Snapshot snapshot, CommittedRecord record) {
        return row(Tables.ERASURES, record, snapshot.player(), snapshot.version());
    }

    private static Row progress(Snapshot snapshot, Standing standing, CommittedRecord record) {
        return row(
                Tables.PROGRESS,
                record,
                snapshot.player(),
                snapshot.hunt(),
                snapshot.version(),
                standing.play(),
                standing.huntVersion(),
                standing.joinedAt(),
                standing.at(),
                standing.score(),
                standing.scoreAt(),
                standing.board().map(Standing.Board::score),
                standing.board().map(Standing.Board::scoreAt),
                ids(standing, status -> status == Standing.Clue.Status.SOLVED),
                ids(
                        standing,
                        status ->
                                status == Standing.Clue.Status.OPEN
                                        || status == Standing.Clue.Status.UNDER_REVIEW),
                clues(standing),
                array(
                        standing.treasures().entrySet().stream()
                                .filter(each -> each.getValue() == Standing.Treasure.GRANTED)
                                .map(Map.Entry::getKey)
                                .toList()),
                record.offset());
    }

    private static String ids(Standing standing, Predicate<Standing.Clue.Status> wanted) {
        return array(
                standing.clues().entrySet().stream()
                        .filter(clue -> wanted.test(clue.getValue().status()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Quoted, though ids have no character that asks for it: one may be {@code null}. */
    private static String array(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(joining(",", "{", "}"));
    }

    private static String clues(Standing standing) {
        byte[] json =
                JsonWriter.object(
                        clues -> {
                            for (Map.Entry<String, Standing.Clue> each :
                                    standing.clues().entrySet()) {
                                Standing.Clue clue = each.getValue();
                                clues.object(
                                        each.getKey(),
                                        one -> {
                                            one.text("status", clue.status().name());
                                            one.number("attempts", clue.attempts());
                                            one.number("hints", clue.hints());
                                        });
                            }
                        });
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Of the topic {@code results}. */
    static final class OfResults implements FlatMapFunction<CommittedRecord, Row> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(CommittedRecord record, Collector<Row> rows) {
            Result result = read(record, ResultCodec::decode);
            for (int place = 0; place < result.effects().size(); place++) {
                of(result, place, record).ifPresent(rows::collect);
            }
        }
    }

    private static Optional<Row> of(Result result, int place, CommittedRecord record) {
        Effect effect = result.effects().get(place);
        if (effect instanceof Effect.ClueSolved solved) {
            return Optional.of(
                    row(
                            Tables.SOLVES,
                            record,
                            result.player(),
                            result.id(),
                            place,
                            result.hunt(),
                            solved.clue(),
                            result.version(),
                            result.huntVersion().orElseThrow(),
                            result.at(),
                            record.offset()));
        }
        if (effect instanceof Effect.Points points) {
            return Optional.of(ledger(result, place, points, record));
        }
        if (effect instanceof Effect.Granted granted) {
            return Optional.of(
                    row(
                            Tables.GRANTS,
                            record,
                            result.player(),
                            result.id(),
                            place,
                            result.hunt(),
                            granted.treasure(),
                            result.version(),
                            granted.rank(),
                            result.at(),
                            record.offset()));
        }
        if (effect instanceof Effect.Forgotten) {
            return Optional.of(row(Tables.FORGOTTEN, record, result.player(), record.offset()));
        }
        // Whoever is forgotten has no row left that could be given back.
        if (effect instanceof Effect.Released released && released.hunt().isEmpty()) {
            return Optional.of(
                    row(
                            Tables.RELEASES,
                            record,
                            result.player(),
                            result.hunt(),
                            released.treasure(),
                            result.version(),
                            result.at()));
        }
        return Optional.empty();
    }

    private static Row ledger(
            Result result, int place, Effect.Points points, CommittedRecord record) {
        return row(
                Tables.LEDGER,
                record,
                result.player(),
                result.id(),
                place,
                result.hunt(),
                result.version(),
                result.at(),
                points.points(),
                points.balance(),
                points.cause().reason().word(),
                points.cause().clue(),
                points.cause().hint(),
                points.cause().treasure(),
                points.by().map(Effect.Correction::operator),
                points.by().map(Effect.Correction::text),
                record.offset());
    }

    private static Row row(Target target, CommittedRecord record, Object... values) {
        String[] texts = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Optional<?> some ? some.orElse(null) : values[i];
            texts[i] = value == null ? null : value.toString().replace(NUL, INSTEAD_OF_NUL);
        }
        return new Row(
                target.name(),
                texts,
                new Row.Origin(
                        record.topic(), record.partition(), record.offset(), record.appendTime()));
    }
}

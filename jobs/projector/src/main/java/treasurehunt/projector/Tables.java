package treasurehunt.projector;

import treasurehunt.connector.postgres.sink.Target;

import java.util.List;

/**
 * How rows become rows of tables: {@code schemas/sql}. The player comes first in each, so that all
 * that is his goes one way.
 */
final class Tables {
    /** First: what a batch brings with an erasure must find it. */
    static final Target ERASURES =
            new Target(
                    "erasures",
                    List.of("player", "version"),
                    1,
                    1,
                    List.of(
                            """
                            INSERT INTO erasures AS e (player_hash, version)
                            SELECT sha256(convert_to(player, 'UTF8')), version::bigint FROM rows
                            ON CONFLICT (player_hash) DO UPDATE SET version = EXCLUDED.version
                            WHERE e.version < EXCLUDED.version
                            """,
                            """
                            DELETE FROM hunt_progress AS t USING rows
                            WHERE t.player = rows.player AND t.version <= rows.version::bigint
                            """));

    /** Behind an erasure, and alone where compaction has left no more of it. */
    static final Target TOMBSTONES =
            new Target(
                    "tombstones",
                    List.of("player", "hunt", "origin"),
                    2,
                    2,
                    List.of(
                            """
                            DELETE FROM hunt_progress AS t USING rows
                            WHERE t.player = rows.player AND t.hunt = rows.hunt AND t.origin < rows.origin::bigint
                            """));

    /** The same for what results lead to: all of a player's stand in one partition. */
    static final Target FORGOTTEN =
            new Target(
                    "forgotten",
                    List.of("player", "origin"),
                    1,
                    1,
                    List.of(
                            """
                            INSERT INTO forgotten AS f (player_hash, origin)
                            SELECT sha256(convert_to(player, 'UTF8')), origin::bigint FROM rows
                            ON CONFLICT (player_hash) DO UPDATE SET origin = EXCLUDED.origin
                            WHERE f.origin < EXCLUDED.origin
                            """,
                            delete("solves"),
                            delete("ledger"),
                            delete("treasure_grants")));

    static final Target PROGRESS =
            new Target(
                    "hunt_progress",
                    List.of(
                            "player",
                            "hunt",
                            "version",
                            "standing",
                            "hunt_version",
                            "joined_at",
                            "at",
                            "score",
                            "score_at",
                            "board_score",
                            "board_score_at",
                            "clues_solved",
                            "clues_open",
                            "clues",
                            "treasures",
                            "origin"),
                    2,
                    2,
                    List.of(
                            """
                            INSERT INTO hunt_progress AS t
                            SELECT player, hunt, version::bigint, standing, hunt_version::int, at_ms(joined_at::bigint),
                                at_ms(at::bigint), score::bigint, at_ms(score_at::bigint), board_score::bigint,
                                at_ms(board_score_at::bigint), clues_solved::text[], clues_open::text[], clues::jsonb,
                                treasures::text[], origin::bigint
                            FROM rows WHERE NOT is_erased(player, version::bigint)
                            ON CONFLICT (player, hunt) DO UPDATE SET
                                version = EXCLUDED.version, standing = EXCLUDED.standing,
                                hunt_version = EXCLUDED.hunt_version, joined_at = EXCLUDED.joined_at,
                                changed_at = EXCLUDED.changed_at, score = EXCLUDED.score, score_at = EXCLUDED.score_at,
                                board_score = EXCLUDED.board_score, board_score_at = EXCLUDED.board_score_at,
                                clues_solved = EXCLUDED.clues_solved, clues_open = EXCLUDED.clues_open,
                                clues = EXCLUDED.clues, treasures = EXCLUDED.treasures,
                                origin = EXCLUDED.origin
                            WHERE t.version < EXCLUDED.version
                            """));

    static final Target SOLVES =
            new Target(
                    "solves",
                    List.of(
                            "player",
                            "result_id",
                            "place",
                            "hunt",
                            "clue",
                            "version",
                            "hunt_version",
                            "at",
                            "origin"),
                    3,
                    -1,
                    List.of(
                            """
                            INSERT INTO solves
                            SELECT player, result_id, place::int, hunt, clue, version::bigint, hunt_version::int,
                                at_ms(at::bigint), origin::bigint
                            FROM rows WHERE NOT is_forgotten(player, origin::bigint)
                            ON CONFLICT DO NOTHING
                            """));

    static final Target LEDGER =
            new Target(
                    "ledger",
                    List.of(
                            "player",
                            "result_id",
                            "place",
                            "hunt",
                            "version",
                            "at",
                            "points",
                            "balance",
                            "reason",
                            "clue",
                            "hint",
                            "treasure",
                            "operator",
                            "operator_text",
                            "origin"),
                    3,
                    -1,
                    List.of(
                            """
                            INSERT INTO ledger
                            SELECT player, result_id, place::int, hunt, version::bigint, at_ms(at::bigint), points::bigint,
                                balance::bigint, reason, clue, hint, treasure, operator, operator_text,
                                origin::bigint
                            FROM rows WHERE NOT is_forgotten(player, origin::bigint)
                            ON CONFLICT DO NOTHING
                            """));

    static final Target GRANTS =
            new Target(
                    "treasure_grants",
                    List.of(
                            "player",
                            "result_id",
                            "place",
                            "hunt",
                            "treasure",
                            "version",
                            "rank",
                            "at",
                            "origin"),
                    3,
                    -1,
                    List.of(
                            """
                            INSERT INTO treasure_grants
                            SELECT player, result_id, place::int, hunt, treasure, version::bigint, rank::bigint,
                                at_ms(at::bigint), NULL, origin::bigint
                            FROM rows WHERE NOT is_forgotten(player, origin::bigint)
                            ON CONFLICT DO NOTHING
                            """));

    /** Behind the grants: each gives back what a player was granted before. */
    static final Target RELEASES =
            new Target(
                    "releases",
                    List.of("player", "hunt", "treasure", "version", "at"),
                    3,
                    3,
                    List.of(
                            """
                            UPDATE treasure_grants AS t SET released_at = at_ms(rows.at::bigint)
                            FROM rows
                            WHERE t.player = rows.player AND t.hunt = rows.hunt AND t.treasure = rows.treasure
                                AND t.version < rows.version::bigint AND t.released_at IS NULL
                            """));

    /** In the order in which a batch is written. */
    static final List<Target> ALL =
            List.of(ERASURES, TOMBSTONES, PROGRESS, FORGOTTEN, SOLVES, LEDGER, GRANTS, RELEASES);

    private Tables() {}

    private static String delete(String table) {
        return """
               DELETE FROM %s AS t USING rows WHERE t.player = rows.player AND t.origin < rows.origin::bigint
               """
                .formatted(table);
    }
}

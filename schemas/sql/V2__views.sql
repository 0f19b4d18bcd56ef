-- What the data team asks for, in the words of the rule book; and a role that may read it.

CREATE VIEW player_progress AS
SELECT player, hunt, standing, score, score_at, cardinality(clues_solved) AS solved, cardinality(clues_open) AS open,
    cardinality(treasures) AS treasures, joined_at, changed_at, hunt_version, version
FROM hunt_progress;
COMMENT ON VIEW player_progress IS 'Where each player stands in each hunt, in numbers.';

CREATE VIEW leaderboard AS
SELECT hunt,
    rank() OVER (
        PARTITION BY hunt
        ORDER BY coalesce(board_score, score) DESC, coalesce(board_score_at, score_at), player COLLATE "C") AS rank,
    player, coalesce(board_score, score) AS score, coalesce(board_score_at, score_at) AS score_at
FROM hunt_progress
WHERE standing <> 'DISQUALIFIED';
COMMENT ON VIEW leaderboard IS 'The public board of each hunt: rule book, section 8.';

CREATE VIEW hunt_funnel AS
WITH states AS (
    SELECT p.player, p.hunt, p.joined_at, c.key AS clue, c.value ->> 'status' AS status,
        (c.value ->> 'attempts')::bigint AS attempts
    FROM hunt_progress p, jsonb_each(p.clues) c)
SELECT s.hunt, s.clue,
    count(*) FILTER (WHERE s.status NOT IN ('LOCKED', 'PENDING')) AS reached,
    count(*) FILTER (WHERE s.attempts > 0 OR s.status IN ('SOLVED', 'UNDER_REVIEW')) AS tried,
    count(*) FILTER (WHERE s.status = 'SOLVED') AS solved,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY v.solved_at - s.joined_at) AS median_time
FROM states s
LEFT JOIN solves v ON v.player = s.player AND v.hunt = s.hunt AND v.clue = s.clue
GROUP BY s.hunt, s.clue;
COMMENT ON VIEW hunt_funnel IS 'How many players reach, try and solve each clue, and the median time from joining to solving it.';

CREATE VIEW hint_value AS
WITH states AS (
    SELECT p.player, p.hunt, c.key AS clue, c.value ->> 'status' = 'SOLVED' AS solved,
        (c.value ->> 'hints')::int > 0 AS hinted
    FROM hunt_progress p, jsonb_each(p.clues) c
    WHERE c.value ->> 'status' NOT IN ('LOCKED', 'PENDING')),
spent AS (
    SELECT hunt, clue, -sum(points) AS points FROM ledger WHERE reason = 'hint' GROUP BY hunt, clue)
SELECT s.hunt, s.clue,
    count(*) FILTER (WHERE s.hinted) AS with_hint,
    count(*) FILTER (WHERE s.hinted AND s.solved) AS solved_with_hint,
    count(*) FILTER (WHERE NOT s.hinted) AS without_hint,
    count(*) FILTER (WHERE NOT s.hinted AND s.solved) AS solved_without_hint,
    coalesce(max(p.points), 0) AS points_spent
FROM states s
LEFT JOIN spent p ON p.hunt = s.hunt AND p.clue = s.clue
GROUP BY s.hunt, s.clue;
COMMENT ON VIEW hint_value IS 'Of the players who reached a clue: how many took a hint, how many solved it with one and without; and what hints cost them.';

CREATE VIEW suspicions AS
WITH gaps AS (
    SELECT player, hunt, clue, solved_at,
        solved_at - lag(solved_at) OVER (PARTITION BY player, hunt ORDER BY solved_at, version) AS gap
    FROM solves s
    WHERE NOT EXISTS (
        SELECT FROM ledger l WHERE l.player = s.player AND l.result_id = s.result_id AND l.operator IS NOT NULL))
SELECT player, hunt, count(*) AS solves, count(*) FILTER (WHERE gap < interval '2 seconds') AS within_two_seconds,
    min(gap) AS shortest_gap
FROM gaps
GROUP BY player, hunt
HAVING count(*) FILTER (WHERE gap < interval '2 seconds') > 1;
COMMENT ON VIEW suspicions IS 'Players who more than once solved a clue within two seconds of the one before: as no one does who reads them. Not by an operator''s hand, as far as that gave points.';

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hunt_reader') THEN
        CREATE ROLE hunt_reader NOLOGIN;
    END IF;
END
$$;
GRANT SELECT ON hunt_progress, solves, ledger, treasure_grants, player_progress, leaderboard, hunt_funnel, hint_value,
    suspicions TO hunt_reader;

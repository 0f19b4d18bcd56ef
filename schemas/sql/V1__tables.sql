-- What the projector keeps of the topics progress and results. Times are UTC; every row can be made again from the topics.

CREATE FUNCTION at_ms(ms bigint) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN timestamptz '1970-01-01 00:00:00+00' + ms * interval '1 millisecond';
COMMENT ON FUNCTION at_ms IS 'The time that is so many ms after 1970-01-01T00:00:00Z, as topics have it.';

CREATE TABLE erasures (
    player_hash bytea PRIMARY KEY,
    version bigint NOT NULL
);
COMMENT ON TABLE erasures IS 'Players who were forgotten, so that no older snapshot brings them back. Who they were stands nowhere.';
COMMENT ON COLUMN erasures.player_hash IS 'SHA-256 of the player.';
COMMENT ON COLUMN erasures.version IS 'Up to this version nothing of the player counts; what he does later has higher ones.';

CREATE TABLE forgotten (
    player_hash bytea PRIMARY KEY,
    origin bigint NOT NULL
);
COMMENT ON TABLE forgotten IS 'The same, so that no older result brings them back.';
COMMENT ON COLUMN forgotten.player_hash IS 'SHA-256 of the player.';
COMMENT ON COLUMN forgotten.origin IS 'Offset of the result that says so, in the partition that has all of his.';

CREATE FUNCTION is_forgotten(player text, origin bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN EXISTS (
        SELECT FROM forgotten f
        WHERE f.player_hash = sha256(convert_to(is_forgotten.player, 'UTF8')) AND f.origin > is_forgotten.origin);
COMMENT ON FUNCTION is_forgotten IS 'Whether the player was forgotten after the result at this offset.';

CREATE FUNCTION is_erased(player text, version bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN EXISTS (
        SELECT FROM erasures e
        WHERE e.player_hash = sha256(convert_to(is_erased.player, 'UTF8')) AND e.version >= is_erased.version);
COMMENT ON FUNCTION is_erased IS 'Whether where a player stood at this version was erased.';

CREATE TABLE hunt_progress (
    player text,
    hunt text,
    version bigint NOT NULL,
    standing text NOT NULL,
    hunt_version integer NOT NULL,
    joined_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    score bigint NOT NULL,
    score_at timestamptz NOT NULL,
    board_score bigint,
    board_score_at timestamptz,
    clues_solved text[] NOT NULL,
    clues_open text[] NOT NULL,
    clues jsonb NOT NULL,
    treasures text[] NOT NULL,
    origin bigint NOT NULL,
    PRIMARY KEY (player, hunt)
);
CREATE INDEX hunt_progress_board ON hunt_progress (hunt, score DESC, score_at);
COMMENT ON TABLE hunt_progress IS 'Where each player stands in each hunt, as of the newest snapshot in the topic progress.';
COMMENT ON COLUMN hunt_progress.player IS 'The player.';
COMMENT ON COLUMN hunt_progress.hunt IS 'The hunt.';
COMMENT ON COLUMN hunt_progress.version IS 'How many results changed the progress; never goes down.';
COMMENT ON COLUMN hunt_progress.standing IS 'DISQUALIFIED, COMPLETED, ABANDONED, TIME_UP or PLAYING: the first that applies.';
COMMENT ON COLUMN hunt_progress.hunt_version IS 'The version of the hunt that the player is on.';
COMMENT ON COLUMN hunt_progress.joined_at IS 'When he joined.';
COMMENT ON COLUMN hunt_progress.changed_at IS 'When the result with this version was decided.';
COMMENT ON COLUMN hunt_progress.score IS 'Points; the sum of his rows in ledger.';
COMMENT ON COLUMN hunt_progress.score_at IS 'When the score last changed; before that, when he joined.';
COMMENT ON COLUMN hunt_progress.board_score IS 'What the public board shows instead while it is frozen for him; null while it is not.';
COMMENT ON COLUMN hunt_progress.board_score_at IS 'The time that goes with board_score.';
COMMENT ON COLUMN hunt_progress.clues_solved IS 'Ids of the clues he has solved, by id.';
COMMENT ON COLUMN hunt_progress.clues_open IS 'Ids of the clues that he can try or has handed in for review, by id.';
COMMENT ON COLUMN hunt_progress.clues IS 'By clue id: status, attempts used, number of hints given; of clues that something has happened to.';
COMMENT ON COLUMN hunt_progress.treasures IS 'Ids of the treasures he holds, by id.';
COMMENT ON COLUMN hunt_progress.origin IS 'Offset of the snapshot in its partition of progress.';

CREATE TABLE solves (
    player text,
    result_id text,
    place integer,
    hunt text NOT NULL,
    clue text NOT NULL,
    version bigint NOT NULL,
    hunt_version integer NOT NULL,
    solved_at timestamptz NOT NULL,
    origin bigint NOT NULL,
    PRIMARY KEY (player, result_id, place)
);
CREATE INDEX solves_of_clues ON solves (hunt, clue);
COMMENT ON TABLE solves IS 'Clues that were solved, one row each, from the topic results.';
COMMENT ON COLUMN solves.player IS 'Who solved it.';
COMMENT ON COLUMN solves.result_id IS 'The result that says so.';
COMMENT ON COLUMN solves.place IS 'The effect''s place in the result, from 0.';
COMMENT ON COLUMN solves.hunt IS 'The hunt.';
COMMENT ON COLUMN solves.clue IS 'The clue.';
COMMENT ON COLUMN solves.version IS 'Of the progress after it.';
COMMENT ON COLUMN solves.hunt_version IS 'The version of the hunt that judged.';
COMMENT ON COLUMN solves.solved_at IS 'When it was solved.';
COMMENT ON COLUMN solves.origin IS 'Offset of the result in its partition of results.';

CREATE TABLE ledger (
    player text,
    result_id text,
    place integer,
    hunt text NOT NULL,
    version bigint NOT NULL,
    changed_at timestamptz NOT NULL,
    points bigint NOT NULL,
    balance bigint NOT NULL,
    reason text NOT NULL,
    clue text,
    hint text,
    treasure text,
    operator text,
    operator_text text,
    origin bigint NOT NULL,
    PRIMARY KEY (player, result_id, place)
);
CREATE INDEX ledger_of_hunts ON ledger (hunt, reason);
COMMENT ON TABLE ledger IS 'Every change of points with its reason, one row each, from the topic results.';
COMMENT ON COLUMN ledger.player IS 'Whose points.';
COMMENT ON COLUMN ledger.result_id IS 'The result that changed them.';
COMMENT ON COLUMN ledger.place IS 'The effect''s place in the result, from 0.';
COMMENT ON COLUMN ledger.hunt IS 'The hunt.';
COMMENT ON COLUMN ledger.version IS 'Of the progress after it.';
COMMENT ON COLUMN ledger.changed_at IS 'When.';
COMMENT ON COLUMN ledger.points IS 'The change; never 0.';
COMMENT ON COLUMN ledger.balance IS 'The score after it.';
COMMENT ON COLUMN ledger.reason IS 'What for: clue, wrong-penalty, hint, treasure, first-finder or adjustment.';
COMMENT ON COLUMN ledger.clue IS 'The clue, with clue, wrong-penalty and hint.';
COMMENT ON COLUMN ledger.hint IS 'The hint, with hint.';
COMMENT ON COLUMN ledger.treasure IS 'The treasure, with treasure and first-finder.';
COMMENT ON COLUMN ledger.operator IS 'The operator who acted, if one did.';
COMMENT ON COLUMN ledger.operator_text IS 'Why, in the operator''s words; U+FFFD where they have U+0000.';
COMMENT ON COLUMN ledger.origin IS 'Offset of the result in its partition of results.';

CREATE TABLE treasure_grants (
    player text,
    result_id text,
    place integer,
    hunt text NOT NULL,
    treasure text NOT NULL,
    version bigint NOT NULL,
    rank bigint NOT NULL,
    granted_at timestamptz NOT NULL,
    released_at timestamptz,
    origin bigint NOT NULL,
    PRIMARY KEY (player, result_id, place)
);
CREATE INDEX treasure_grants_of_hunts ON treasure_grants (hunt, treasure);
COMMENT ON TABLE treasure_grants IS 'Treasures that were granted, one row each, from the topic results.';
COMMENT ON COLUMN treasure_grants.player IS 'To whom.';
COMMENT ON COLUMN treasure_grants.result_id IS 'The result that says so.';
COMMENT ON COLUMN treasure_grants.place IS 'The effect''s place in the result, from 0.';
COMMENT ON COLUMN treasure_grants.hunt IS 'The hunt.';
COMMENT ON COLUMN treasure_grants.treasure IS 'The treasure.';
COMMENT ON COLUMN treasure_grants.version IS 'Of the progress after it.';
COMMENT ON COLUMN treasure_grants.rank IS 'As the how-manieth, from 1.';
COMMENT ON COLUMN treasure_grants.granted_at IS 'When.';
COMMENT ON COLUMN treasure_grants.released_at IS 'When it was given back; null while he holds it.';
COMMENT ON COLUMN treasure_grants.origin IS 'Offset of the result in its partition of results.';

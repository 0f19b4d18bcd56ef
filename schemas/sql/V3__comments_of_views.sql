-- What the columns of the views mean.

COMMENT ON COLUMN player_progress.player IS 'The player.';
COMMENT ON COLUMN player_progress.hunt IS 'The hunt.';
COMMENT ON COLUMN player_progress.standing IS 'DISQUALIFIED, COMPLETED, ABANDONED, TIME_UP or PLAYING: the first that applies.';
COMMENT ON COLUMN player_progress.score IS 'Points.';
COMMENT ON COLUMN player_progress.score_at IS 'When the score last changed; before that, when he joined.';
COMMENT ON COLUMN player_progress.solved IS 'How many clues he has solved.';
COMMENT ON COLUMN player_progress.open IS 'How many clues he can try or has handed in for review.';
COMMENT ON COLUMN player_progress.treasures IS 'How many treasures he holds.';
COMMENT ON COLUMN player_progress.joined_at IS 'When he joined.';
COMMENT ON COLUMN player_progress.changed_at IS 'When his progress last changed.';
COMMENT ON COLUMN player_progress.hunt_version IS 'The version of the hunt that he is on.';
COMMENT ON COLUMN player_progress.version IS 'How many results changed his progress.';

COMMENT ON COLUMN leaderboard.hunt IS 'The hunt.';
COMMENT ON COLUMN leaderboard.rank IS 'From 1; by score, then by who had it first, then by name.';
COMMENT ON COLUMN leaderboard.player IS 'The player.';
COMMENT ON COLUMN leaderboard.score IS 'What the public board shows: while it is frozen for him, his score of then.';
COMMENT ON COLUMN leaderboard.score_at IS 'The time that goes with it.';

COMMENT ON COLUMN hunt_funnel.hunt IS 'The hunt.';
COMMENT ON COLUMN hunt_funnel.clue IS 'The clue.';
COMMENT ON COLUMN hunt_funnel.reached IS 'For how many players it has opened.';
COMMENT ON COLUMN hunt_funnel.tried IS 'How many of them have used an attempt, solved it or handed something in.';
COMMENT ON COLUMN hunt_funnel.solved IS 'How many of them have solved it.';
COMMENT ON COLUMN hunt_funnel.median_time IS 'From joining to solving it; half of those who have solved it took no longer.';

COMMENT ON COLUMN hint_value.hunt IS 'The hunt.';
COMMENT ON COLUMN hint_value.clue IS 'The clue.';
COMMENT ON COLUMN hint_value.with_hint IS 'How many who reached it took a hint.';
COMMENT ON COLUMN hint_value.solved_with_hint IS 'How many of them solved it.';
COMMENT ON COLUMN hint_value.without_hint IS 'How many who reached it took none.';
COMMENT ON COLUMN hint_value.solved_without_hint IS 'How many of them solved it.';
COMMENT ON COLUMN hint_value.points_spent IS 'What its hints cost all players together.';

COMMENT ON COLUMN suspicions.player IS 'The player.';
COMMENT ON COLUMN suspicions.hunt IS 'The hunt.';
COMMENT ON COLUMN suspicions.solves IS 'How many clues he has solved.';
COMMENT ON COLUMN suspicions.within_two_seconds IS 'How many of them within two seconds of the one before.';
COMMENT ON COLUMN suspicions.shortest_gap IS 'The shortest time between two of them.';

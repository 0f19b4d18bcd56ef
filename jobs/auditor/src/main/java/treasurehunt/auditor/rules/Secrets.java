package treasurehunt.auditor.rules;

import treasurehunt.auditor.reading.Clue;
import treasurehunt.auditor.reading.Condition;
import treasurehunt.auditor.reading.Hunt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a hunt a player may not have read so far.
 *
 * @param open the ids and titles that everyone may read
 */
public record Secrets(List<String> sealed, Set<String> open) {
    static final Secrets NONE = new Secrets(List.of(), Set.of());

    private static final Condition.Facts NOTHING =
            new Condition.Facts() {
                @Override
                public boolean solved(String clue) {
                    return false;
                }

                @Override
                public boolean granted(String treasure) {
                    return false;
                }

                @Override
                public long score() {
                    return 0;
                }
            };

    static Secrets of(Hunt hunt, Optional<Progress> progress) {
        List<String> secrets = new ArrayList<>();
        for (Clue clue : hunt.clues().values()) {
            Optional<ClueState> state = progress.map(known -> known.of(clue));
            secrets.addAll(clue.sealed());
            clue.hints()
                    .forEach(
                            (id, hint) -> {
                                if (state.isEmpty() || !state.get().hasHint(id)) {
                                    secrets.add(hint.text());
                                }
                            });
            if (!startsOpen(clue) && (state.isEmpty() || state.get().unlockedAt.isEmpty())) {
                clue.text().ifPresent(secrets::add);
                clue.media().ifPresent(secrets::add);
            }
        }
        return new Secrets(secrets, open(hunt));
    }

    private static Set<String> open(Hunt hunt) {
        Set<String> open = new HashSet<>(hunt.treasures().keySet());
        open.add(hunt.id());
        hunt.clues()
                .values()
                .forEach(
                        clue -> {
                            open.add(clue.id());
                            open.add(clue.title());
                            open.add(clue.firstFindersTreasure());
                            open.addAll(clue.hints().keySet());
                        });
        return open;
    }

    private static boolean startsOpen(Clue clue) {
        return clue.unlocksAfter() == 0 && clue.requires().holds(NOTHING);
    }
}

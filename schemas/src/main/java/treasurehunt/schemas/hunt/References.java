package treasurehunt.schemas.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which ids a definition names, and where. */
final class References {
    private final List<Reference> references = new ArrayList<>();

    private enum To {
        CLUE,
        TREASURE
    }

    private record Reference(To to, String path, String id) {}

    void clue(String path, String id) {
        references.add(new Reference(To.CLUE, path, id));
    }

    void treasure(String path, String id) {
        references.add(new Reference(To.TREASURE, path, id));
    }

    /** What is named although it is not there. */
    List<Problem> dangling(Set<String> clues, Set<String> treasures) {
        return references.stream()
                .filter(named -> !(named.to() == To.CLUE ? clues : treasures).contains(named.id()))
                .map(
                        named ->
                                new Problem(
                                        named.path(),
                                        "no "
                                                + HuntFields.word(named.to())
                                                + " is called "
                                                + named.id()))
                .toList();
    }
}

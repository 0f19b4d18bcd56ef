package treasurehunt.cli;

import treasurehunt.core.hunt.Catalogue;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hunts and log lines for tests. */
final class Hunts {
    private Hunts() {}

    /** A hunt of one riddle, whose answer is "oak". */
    static String of(String id) {
        return """
        hunt: %s
        version: 1
        title: A hunt
        opens: 1970-01-01T00:00:00Z
        closes: 2100-01-01T00:00:00Z
        clues:
          - id: gate
            title: The gate
            text: What am I made of?
            points: 100
            wrong-penalty: 5
            proof: {answer: {accept: [oak]}}
            hints: [{id: h1, cost: 10, text: A tree}]
        """
                .formatted(id);
    }

    /** An action as a frontend sends it. */
    static String action(String player, String id, String kind) {
        return "{\"action_id\":\"%s\",\"player\":\"%s\",\"hunt\":\"pier\",%s}"
                .formatted(id, player, kind);
    }

    /** The hunt of a file and no other, in effect since ever. */
    static Catalogue only(Path file) throws IOException, RefusedHuntException {
        return only(file, Long.MIN_VALUE);
    }

    /** The same, in effect from this time on, ms UTC. */
    static Catalogue only(Path file, long effectiveAt) throws IOException, RefusedHuntException {
        PlayableHunt hunt = new PlayableHunt(HuntYaml.read(file));
        HuntVersions versions = HuntVersions.NONE.with(hunt, effectiveAt);
        return id -> id.equals(hunt.definition().id()) ? versions : HuntVersions.NONE;
    }

    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}

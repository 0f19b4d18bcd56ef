package treasurehunt.endtoend;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;

import java.nio.file.Path;

/** Hunts that the tests play. */
final class Hunts {
    private Hunts() {}

    /** The example that people play. */
    static Hunt harbourLights() throws Exception {
        return HuntYaml.read(Path.of("..", "..", "schemas", "examples", "harbour-lights.yaml"));
    }
}

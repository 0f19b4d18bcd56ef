package treasurehunt.cli.demo.crowd;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hunts that the demo plays. */
public final class Example {
    public static final Hunt HARBOUR_LIGHTS = read("harbour-lights");
    static final Hunt OLD_TOWN_WALK = read("old-town-walk");

    private Example() {}

    private static Hunt read(String id) {
        URL yaml = Example.class.getClassLoader().getResource("examples/" + id + ".yaml");
        try {
            Path copy = Files.createTempFile(id, ".yaml");
            try (var in = yaml.toURI().toURL().openStream()) {
                Files.write(copy, in.readAllBytes());
                return HuntYaml.read(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException | URISyntaxException | RefusedHuntException e) {
            throw new IllegalStateException(e);
        }
    }
}

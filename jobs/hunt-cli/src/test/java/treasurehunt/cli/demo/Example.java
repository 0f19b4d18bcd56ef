package treasurehunt.cli.demo;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.hunt.RefusedHuntException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** The hunt that the demo plays. */
final class Example {
    static final Hunt HARBOUR_LIGHTS = read();

    private Example() {}

    private static Hunt read() {
        URL yaml = Example.class.getClassLoader().getResource("examples/harbour-lights.yaml");
        try {
            Path copy = Files.createTempFile("harbour-lights", ".yaml");
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

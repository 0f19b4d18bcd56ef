package treasurehunt.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.HuntYaml;

import java.nio.file.Path;

/** Hunts that the tests play. */
final class Hunts {
    private Hunts() {}

    /** The example that people play. */
    static Hunt harbourLights() throws Exception {
        return example("harbour-lights");
    }

    /** One with a time limit for everybody, and deadlines. */
    static Hunt nightMarket() throws Exception {
        return example("night-market");
    }

    private static Hunt example(String name) throws Exception {
        return HuntYaml.read(Path.of("..", "..", "schemas", "examples", name + ".yaml"));
    }

    /** A small one with a narrow bucket and hints on credit. */
    static Hunt lantern() throws Exception {
        return HuntCodec.decode(
                """
                {"hunt":"lantern","version":3,"title":"Lantern","hint-policy":"debt",
                 "opens":"2026-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",
                 "rate":{"burst":40,"per-second":10},"complete-when":{"points":30},
                 "clues":[
                   {"id":"wick","title":"Wick","points":20,"attempts":{"max":4},"wrong-penalty":3,
                    "proof":{"answer":{"accept":["Docht","wick"],"near":{"wicked":"too long"}}},
                    "hints":[{"id":"h1","cost":5,"text":"It burns"},{"id":"h2","cost":50,"after":"2s","text":"In wax"}]},
                   {"id":"oil","title":"Oil","points":15,"requires":{"any":["wick",{"points":10}]},
                    "proof":{"code":{"accept":["QR-1","QR-2"]}}},
                   {"id":"flame","title":"Flame","points":1,"requires":{"at-least":2,"of":["wick","oil",{"points":30}]},
                    "proof":{"answer":{"accept":["flame"],"match":"exact"}}}]}
                """
                        .getBytes(UTF_8));
    }
}

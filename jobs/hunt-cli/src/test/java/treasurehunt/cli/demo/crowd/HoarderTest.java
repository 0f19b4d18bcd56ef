package treasurehunt.cli.demo.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntYaml;
import treasurehunt.schemas.result.Code;
import treasurehunt.schemas.result.Result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

class HoarderTest {
    @TempDir Path folder;

    @Test
    void hearsThatItIsTooMuchAndTooLateAndTooDearAndPlaysTheRest() throws Exception {
        CoreEngine engine = new CoreEngine(hunts());
        Hoarder hoarder =
                new Hoarder("ada-1", Example.HARBOUR_LIGHTS.id(), new SplittableRandom(1));

        List<Code> codes = new ArrayList<>();
        long now = 0;
        while (!hoarder.isOver()) {
            now += hoarder.thinks();
            Result result = engine.answer(hoarder.next(now), now);
            codes.add(result.code());
            hoarder.saw(result);
        }

        assertThat(codes)
                .contains(
                        Code.TOO_MANY_HUNTS,
                        Code.EXPIRED,
                        Code.TIME_UP,
                        Code.INSUFFICIENT_POINTS,
                        Code.UNDER_REVIEW)
                .filteredOn(Code.SOLVED::equals)
                .hasSize(SideHunts.DOORS - 2);
    }

    @Test
    void oneSideHuntIsOverAndOneHasNotBegun() throws Exception {
        CoreEngine engine = new CoreEngine(hunts());
        Requests requests = new Requests("ada-1", List.of(), new SplittableRandom(1));
        Kind join = new Kind.Join();

        assertThat(engine.answer(requests.of(SideHunts.CLOSED, join), 0).code())
                .isEqualTo(Code.CLOSED);
        assertThat(engine.answer(requests.of(SideHunts.NOT_OPEN, join), 0).code())
                .isEqualTo(Code.NOT_OPEN);
    }

    private Hunt[] hunts() throws Exception {
        List<Hunt> hunts = new ArrayList<>(List.of(Example.HARBOUR_LIGHTS));
        for (Map.Entry<String, String> hunt : SideHunts.yaml().entrySet()) {
            Path file = folder.resolve(hunt.getKey() + ".yaml");
            hunts.add(HuntYaml.read(Files.writeString(file, hunt.getValue())));
        }
        return hunts.toArray(Hunt[]::new);
    }
}

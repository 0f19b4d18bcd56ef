package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "title, 2",
        "text, 1",
        "clues, 3",
        "clues[0], 4",
        "clues[0].id, 4",
        "clues[1], 3",
        "clues[0].near, 5",
        "clues[0].near.a.b[1], 6",
        "clues[0].near.a, 5",
        "clues[0].near.a.b[1].c, 6"
    })
    void aFieldHasItsLineOrThatOfTheNearestAroundIt(String path, int line) {
        Lines hunt = Lines.root(1);
        hunt.field("title", 2);
        Lines clue = hunt.field("clues", 3).element(0, 4);
        Lines near = clue.field("near", 5);
        near.field("a.b[1]", 6);
        near.field("a.b[1]", 7);

        assertThat(hunt.of(path)).isEqualTo(line);
        assertThat(near.path()).isEqualTo("clues[0].near");
    }
}

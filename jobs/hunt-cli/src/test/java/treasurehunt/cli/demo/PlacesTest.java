package treasurehunt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private final Places places = new Places();

    @Test
    void aPlaceIsNewOnce() {
        assertThat(places.add("3:17")).isTrue();
        assertThat(places.add("3:17")).isFalse();
        assertThat(places.add(3, 17)).isFalse();
        assertThat(places.add("17:3")).isTrue();
        assertThat(places.size()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsInBothIsCommon() {
        Places others = new Places();
        places.add("0:1");
        places.add("1:1");
        others.add("1:1");
        others.add("2:1");

        assertThat(places.common(others)).isEqualTo(1);
    }
}

package treasurehunt.cli.demo.crowd;

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
    }
}

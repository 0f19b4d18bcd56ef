package treasurehunt.auditor.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Condition;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.HuntCodec;
import treasurehunt.schemas.hunt.Proof;
import treasurehunt.schemas.hunt.Publication;
import treasurehunt.schemas.hunt.PublicationCodec;
import treasurehunt.schemas.hunt.RefusedHuntException;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class HuntsByChanceTest {
    private static final long SEED = Seed.said();

    private static final List<Hunt> HUNTS = HuntsByChance.of(settings(SEED, false));

    private static Settings settings(long seed, boolean plain) {
        return new Settings(seed, 30_000, 300, 4, plain);
    }

    @Test
    void theSameSeedGivesTheSameHuntsByteForByte() {
        assertThat(encoded(HuntsByChance.of(settings(SEED, false)))).isEqualTo(encoded(HUNTS));
        assertThat(encoded(HuntsByChance.of(settings(SEED + 1, false))))
                .isNotEqualTo(encoded(HUNTS));
    }

    private static List<String> encoded(List<Hunt> hunts) {
        return hunts.stream()
                .map(hunt -> new String(HuntCodec.encode(hunt), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void everyOneIsAcceptedAndReadAsItIs() throws RefusedHuntException {
        for (Hunt hunt : HUNTS) {
            assertThat(HuntCodec.decode(HuntCodec.encode(hunt))).isEqualTo(hunt);
        }
    }

    @Test
    void everyOneIsSealedAndOpensAsItIs() throws Exception {
        Keys keys = Keys.fresh(Role.HUNTS);

        for (Hunt hunt : HUNTS) {
            Publication publication = new Publication.Published(hunt);
            byte[] sealed = PublicationCodec.encode(publication, keys);
            assertThat(PublicationCodec.decode(sealed, keys)).isEqualTo(publication);
        }
    }

    @Test
    void thereAreMoreThanAnybodyMayBeInTheMidstOf() {
        long end = Settings.BEGIN + settings(SEED, false).span();

        Set<String> open =
                HUNTS.stream()
                        .filter(hunt -> hunt.opens() <= Settings.BEGIN && end < hunt.closes())
                        .map(Hunt::id)
                        .collect(Collectors.toSet());

        assertThat(open).hasSizeGreaterThan(20);
    }

    @Test
    void everyProofAndEveryFormOfAConditionIsThere() {
        Set<Class<?>> proofs = new HashSet<>();
        Set<Class<?>> conditions = new HashSet<>();

        clues(HUNTS)
                .forEach(
                        clue -> {
                            proofs.add(clue.proof().getClass());
                            clue.requires().walk(part -> conditions.add(part.getClass()));
                        });

        assertThat(proofs).containsExactlyInAnyOrder(Proof.class.getPermittedSubclasses());
        assertThat(conditions).containsExactlyInAnyOrder(Condition.class.getPermittedSubclasses());
    }

    private static Stream<Clue> clues(List<Hunt> hunts) {
        return hunts.stream().flatMap(hunt -> hunt.clues().values().stream());
    }

    @Test
    void aLaterVersionMayDropAClueAndAnotherOneBringItBack() {
        Map<String, List<Hunt>> versions = HUNTS.stream().collect(Collectors.groupingBy(Hunt::id));

        assertThat(versions.values()).anyMatch(HuntsByChanceTest::bringsSomethingBack);
    }

    private static boolean bringsSomethingBack(List<Hunt> versions) {
        for (int i = 2; i < versions.size(); i++) {
            Set<String> back = new HashSet<>(versions.get(i).clues().keySet());
            back.removeAll(versions.get(i - 1).clues().keySet());
            back.retainAll(versions.get(i - 2).clues().keySet());
            if (!back.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void laterVersionsTakeEffectWhileTheLogRuns() {
        long end = Settings.BEGIN + settings(SEED, false).span();
        Set<String> known = new HashSet<>();

        assertThat(HUNTS)
                .filteredOn(hunt -> !known.add(hunt.id()))
                .isNotEmpty()
                .extracting(hunt -> hunt.effectiveFrom().orElseThrow())
                .allMatch(from -> Settings.BEGIN <= from && from < end);
    }

    @Test
    void plainOnesHaveOneVersionEachFromTheBeginning() {
        List<Hunt> plain = HuntsByChance.of(settings(SEED, true));

        assertThat(plain).extracting(Hunt::id).doesNotHaveDuplicates();
        assertThat(plain).allMatch(hunt -> hunt.effectiveFrom().isEmpty());
    }
}

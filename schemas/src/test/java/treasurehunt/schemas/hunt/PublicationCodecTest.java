package treasurehunt.schemas.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import treasurehunt.schemas.contract.Contract;
import treasurehunt.schemas.contract.Golden;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.seal.HuntSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.Role;
import treasurehunt.schemas.seal.UnknownKeyException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

class PublicationCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Keys KEYS = Keys.fresh(Role.HUNTS);

    static List<Hunt> hunts() throws Exception {
        List<Hunt> hunts = new ArrayList<>();
        for (String line : Golden.hunts()) {
            hunts.add(HuntCodec.decode(line.getBytes(UTF_8)));
        }
        try (Stream<Path> examples = Files.list(Path.of("examples"))) {
            for (Path example : examples.sorted().toList()) {
                hunts.add(HuntYaml.read(example));
            }
        }
        return hunts;
    }

    @ParameterizedTest
    @MethodSource("hunts")
    void whatIsSealedOpensToTheVeryHunt(Hunt hunt) throws Exception {
        Publication publication = new Publication.Published(hunt);

        byte[] sealed = PublicationCodec.encode(publication, KEYS);

        assertThat(PublicationCodec.decode(sealed, KEYS)).isEqualTo(publication);
        assertThat(HuntCodec.decode(sealed, KEYS)).isEqualTo(hunt);
        assertThat(Contract.HUNT.breaches(new String(sealed, UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hunts")
    void everyoneMayReadWhatIsNoSecretAndNothingElse(Hunt hunt) throws Exception {
        JsonNode plain = JSON.readTree(HuntCodec.encode(hunt));
        ObjectNode expected = plain.deepCopy();
        for (JsonNode node : expected.path("clues")) {
            ObjectNode clue = (ObjectNode) node;
            String kind = clue.path("proof").fieldNames().next();
            clue.putObject("proof").putObject(kind);
            clue.path("hints").forEach(hint -> ((ObjectNode) hint).remove("text"));
            if (hunt.clues().get(clue.path("id").textValue()).startsLocked()) {
                clue.remove(List.of("text", "media"));
            }
        }

        ObjectNode sealed = (ObjectNode) JSON.readTree(sealed(hunt));
        JsonNode part = sealed.remove("sealed");

        assertThat(sealed).isEqualTo(expected);
        assertThat(part.fieldNames()).toIterable().containsExactly("key", "value");
        assertThat(part.path("key").textValue()).isEqualTo(KEYS.ids().get(0));
    }

    @Test
    void aClueStartsLockedUnlessItsConditionHoldsForWhoHasNothing() throws Exception {
        Map<String, Clue> clues = town().clues();

        assertThat(clues.values())
                .filteredOn(Clue::startsLocked)
                .extracting(Clue::id)
                .containsExactly("later", "poor", "behind");
    }

    /** Clues that are open at once and clues that are not. */
    private static Hunt town() throws Exception {
        String clue = "{\"id\":\"%s\",\"title\":\"T\",\"text\":\"t\",\"proof\":{\"review\":{}}%s}";
        String clues =
                String.join(
                        ",",
                        clue.formatted("open", ""),
                        clue.formatted("free", ",\"requires\":{\"points\":0},\"points\":9"),
                        clue.formatted("later", ",\"unlocks-after\":\"1ms\""),
                        clue.formatted("poor", ",\"requires\":{\"points\":1}"),
                        clue.formatted("behind", ",\"requires\":\"open\""));
        return HuntCodec.decode(
                ("{\"hunt\":\"town\",\"version\":7,\"title\":\"T\",\"opens\":\"2026-06-01T08:00:00Z\","
                                + "\"closes\":\"2026-06-02T08:00:00Z\",\"clues\":["
                                + clues
                                + "]}")
                        .getBytes(UTF_8));
    }

    @Test
    void noTwoSealedPartsAreTheSame() throws Exception {
        assertThat(sealed(town())).isNotEqualTo(sealed(town()));
    }

    @Test
    void aSealedPartOpensInItsOwnHuntAndVersionOnly() throws Exception {
        String sealed = new String(sealed(town()), UTF_8);

        assertThat(refusal(sealed.replace("\"version\":7", "\"version\":8"), KEYS))
                .contains("changed, or of another hunt or version");
        assertThat(refusal(sealed.replace("\"hunt\":\"town\"", "\"hunt\":\"tow\""), KEYS))
                .contains("changed, or of another hunt or version");
        assertThat(refusal(sealed.replace("\"version\":7", "\"version\":\"07\""), KEYS))
                .contains("changed, or of another hunt or version");
    }

    @Test
    void aRecordingMayGiveItAnotherEffectTime() throws Exception {
        ObjectNode sealed = (ObjectNode) JSON.readTree(sealed(town()));
        sealed.put("effective-from", "2026-05-30T12:00:00Z");

        Hunt hunt = HuntCodec.decode(JSON.writeValueAsBytes(sealed), KEYS);

        assertThat(hunt.effectiveFrom()).isPresent();
        assertThat(hunt.clues()).isEqualTo(town().clues());
    }

    @Test
    void afterARotationTheOldKeyGoesOnOpening() throws Exception {
        Keys rotated = KEYS.rotated();
        byte[] before = sealed(town());
        byte[] after = PublicationCodec.encode(new Publication.Published(town()), rotated);

        assertThat(HuntCodec.decode(before, rotated)).isEqualTo(town());
        assertThat(HuntCodec.decode(after, rotated)).isEqualTo(town());
        assertThat(refusal(new String(after, UTF_8), KEYS))
                .isEqualTo(
                        "is sealed under the key "
                                + rotated.ids().get(1)
                                + ", which is not among the keys given (--keys)");
    }

    @Test
    void whatIsNotSealedIsRefusedOnTheTopicAndReadInAFile() throws Exception {
        byte[] plain = HuntCodec.encode(town());

        assertThat(refusal(new String(plain, UTF_8), KEYS)).isEqualTo("is not sealed");
        assertThat(HuntCodec.decode(plain, Keys.none(Role.HUNTS))).isEqualTo(town());
    }

    @Test
    void noBitOfASealedPartCanBeChanged() throws Exception {
        ObjectNode sealed = (ObjectNode) JSON.readTree(sealed(town()));
        byte[] value = Base64.getDecoder().decode(sealed.at("/sealed/value").textValue());

        for (int i = 0; i < value.length; i++) {
            byte[] other = value.clone();
            other[i] ^= 1;
            ((ObjectNode) sealed.path("sealed"))
                    .put("value", Base64.getEncoder().encodeToString(other));
            assertThat(refusal(sealed.toString(), KEYS)).contains("is not what was sealed");
        }
    }

    @Test
    void aSealedPartMustFitTheRest() throws Exception {
        ObjectNode sealed = (ObjectNode) JSON.readTree(sealed(town()));
        ObjectNode fewer = sealed.deepCopy();
        fewer.withArray("clues").remove(4);
        ObjectNode shown = sealed.deepCopy();
        ((ObjectNode) shown.at("/clues/2")).put("text", "shown");

        assertThat(refusal(fewer.toString(), KEYS)).contains("does not fit the rest");
        assertThat(refusal(shown.toString(), KEYS)).contains("does not fit the rest");
    }

    @Test
    void noRefusalTellsASecret() throws Exception {
        String secret = "swordfish";
        String hunt = new String(HuntCodec.encode(town()), UTF_8);
        String leaky =
                hunt.replaceFirst(
                        "\\{\"review\":\\{}}",
                        "{\"answer\":{\"accept\":[\"a\"],\"%s\":1,\"near\":{\"%s\":\"\"}}}"
                                .formatted(secret, secret));
        byte[] opensToNoHunt =
                JsonWriter.tree(
                        HuntSeal.seal(HuntCodec.JSON.read(leaky.getBytes(UTF_8)), Set.of(), KEYS));

        List<String> refusals =
                List.of(
                        refusal(new String(opensToNoHunt, UTF_8), KEYS),
                        refusal(leaky, KEYS),
                        refusal(leaky + secret, KEYS),
                        refusal("{\"" + secret + "\":" + secret + "}", KEYS),
                        refusal("{\"sealed\":\"" + secret + "\"}", KEYS),
                        refusal(
                                "{\"sealed\":{\"key\":\"" + secret + "\",\"value\":\"AAAA\"}}",
                                KEYS),
                        refusal(
                                "{\"sealed\":{\"key\":\"%s\",\"value\":\"%s\"}}"
                                        .formatted(secret, "A".repeat(40)),
                                KEYS),
                        refusal("{\"void\":{\"" + secret + "\":1},\"sealed\":{}}", KEYS));

        assertThat(refusals).allMatch(refusal -> !refusal.contains(secret));
        assertThat(refusals.get(0)).startsWith("holds no playable hunt: problems in it: ");
    }

    @Test
    void aVoidSaysWhichVersionCountsForNobody() throws Exception {
        Publication voided = new Publication.Voided("town", 7);

        byte[] sealed = PublicationCodec.encode(voided, KEYS);

        assertThat(PublicationCodec.decode(sealed, KEYS)).isEqualTo(voided);
        assertThat(new String(sealed, UTF_8))
                .startsWith("{\"hunt\":\"town\",\"version\":7,\"void\":{},\"sealed\":{\"key\":\"");
        assertThat(Contract.HUNT.breaches(new String(sealed, UTF_8))).isEmpty();
    }

    @Test
    void onlyWhoHasTheKeyCanVoid() throws Exception {
        String voided =
                new String(PublicationCodec.encode(new Publication.Voided("town", 7), KEYS), UTF_8);
        JsonNode hunt = JSON.readTree(sealed(town()));
        ObjectNode made = JSON.createObjectNode();
        made.put("hunt", "town").put("version", 7).putObject("void");
        made.set("sealed", hunt.path("sealed"));

        assertThat(refusal(made.toString(), KEYS)).contains("is not what was sealed");
        assertThat(refusal(voided.replace(":7", ":8"), KEYS)).contains("is not what was sealed");
        assertThat(refusal(voided, Keys.fresh(Role.HUNTS))).contains("not among the keys given");
        assertThat(refusal(voided.replace("{}", "{\"a\":1}"), KEYS)).contains("is no void");
    }

    @Test
    void aVoidIsNoHuntOfAFile() {
        byte[] voided = PublicationCodec.encode(new Publication.Voided("town", 7), KEYS);

        RefusedHuntException refused =
                catchThrowableOfType(
                        RefusedHuntException.class, () -> HuntCodec.decode(voided, KEYS));

        assertThat(refused).hasMessage("is the void of a version, and no hunt");
    }

    private static byte[] sealed(Hunt hunt) {
        return PublicationCodec.encode(new Publication.Published(hunt), KEYS);
    }

    private static String refusal(String json, Keys keys) {
        Throwable refused =
                catchThrowable(() -> PublicationCodec.decode(json.getBytes(UTF_8), keys));
        assertThat(refused).isInstanceOfAny(RefusedHuntException.class, UnknownKeyException.class);
        return refused.getMessage();
    }
}

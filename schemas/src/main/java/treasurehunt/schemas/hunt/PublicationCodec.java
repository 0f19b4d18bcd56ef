package treasurehunt.schemas.hunt;

import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.seal.BrokenSealException;
import treasurehunt.schemas.seal.HuntSeal;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.UnknownKeyException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records of {@code hunts}, which are always sealed: {@code contracts/hunt.schema.json}. */
public final class PublicationCodec {
    private PublicationCodec() {}

    /** Seals a publication under the newest key; no two of its encodings are the same. */
    public static byte[] encode(Publication publication, Keys keys) {
        return JsonWriter.tree(
                publication instanceof Publication.Published published
                        ? sealed(published.definition(), keys)
                        : HuntSeal.voided(publication.hunt(), publication.version(), keys));
    }

    private static Map<String, Object> sealed(Hunt hunt, Keys keys) {
        Set<String> locked =
                hunt.clues().values().stream()
                        .filter(Clue::startsLocked)
                        .map(Clue::id)
                        .collect(Collectors.toSet());
        try {
            return HuntSeal.seal(HuntCodec.JSON.read(HuntCodec.encode(hunt)), locked, keys);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a hunt that cannot be read again", e);
        }
    }

    /**
     * What a record says. Refused is also what is not sealed; no refusal quotes anything but a
     * key's id.
     */
    public static Publication decode(byte[] json, Keys keys)
            throws RefusedHuntException, UnknownKeyException {
        if (json.length > HuntCodec.LARGEST) {
            throw refused("is larger than 1 MiB");
        }
        try {
            return publication(HuntCodec.JSON.read(json), keys);
        } catch (MalformedJsonException e) {
            throw refused("is no JSON object");
        }
    }

    /** The hunt in a tree that is sealed. */
    static Hunt hunt(Map<String, Object> tree, Keys keys) throws RefusedHuntException {
        try {
            if (publication(tree, keys) instanceof Publication.Published published) {
                return published.definition();
            }
        } catch (UnknownKeyException e) {
            throw refused(e.getMessage());
        }
        throw refused("is the void of a version, and no hunt");
    }

    private static Publication publication(Map<String, Object> tree, Keys keys)
            throws RefusedHuntException, UnknownKeyException {
        if (!HuntSeal.isSealed(tree)) {
            throw refused("is not sealed");
        }
        try {
            return HuntSeal.isVoid(tree) ? voided(tree, keys) : published(tree, keys);
        } catch (UnknownKeyException e) {
            throw e;
        } catch (BrokenSealException e) {
            throw refused(e.getMessage());
        }
    }

    private static Publication published(Map<String, Object> tree, Keys keys)
            throws BrokenSealException, RefusedHuntException {
        Map<String, Object> opened = HuntSeal.open(tree, keys);
        try {
            return new Publication.Published(HuntReader.read(opened));
        } catch (RefusedHuntException e) {
            throw refused("holds no playable hunt: problems in it: " + e.problems().size());
        }
    }

    private static Publication voided(Map<String, Object> tree, Keys keys)
            throws BrokenSealException, RefusedHuntException {
        List<Problem> problems = new ArrayList<>();
        HuntFields fields = new HuntFields("", tree, problems);
        Publication voided =
                new Publication.Voided(fields.id("hunt"), (int) fields.whole("version", 1));
        fields.object("void").refuseOthers();
        fields.has("sealed");
        fields.refuseOthers();
        if (!problems.isEmpty()) {
            throw refused("is no void of a version: problems in it: " + problems.size());
        }
        HuntSeal.verifyVoid(tree, keys);
        return voided;
    }

    private static RefusedHuntException refused(String reason) {
        return new RefusedHuntException(List.of(new Problem("", reason)));
    }
}

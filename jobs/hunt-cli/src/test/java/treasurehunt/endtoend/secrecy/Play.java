package treasurehunt.endtoend.secrecy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.action.Outcome;
import treasurehunt.schemas.action.Partitioning;
import treasurehunt.schemas.seal.ActionSeal;
import treasurehunt.schemas.seal.Keys;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Good and wrong actions of every kind, in the attic. Nobody types, buys or unlocks what is kept.
 */
public final class Play {
    private static final String HUNT = "attic";
    private static final String BOB = "bob";
    private static final String CAT = "cat";

    /** About a metre. */
    private static final double DEGREES_OFF = 0.00001;

    private final Author author;
    private final String ann;
    private final Producer<byte[], byte[]> producer;
    private final Keys operators;
    private final Keys treasury;
    private int sent;

    /**
     * A play that is still to come.
     *
     * @param author whose secrets are typed, some of them
     * @param ann the name of who plays to the end
     */
    public Play(
            Author author,
            String ann,
            Producer<byte[], byte[]> producer,
            Keys operators,
            Keys treasury) {
        this.author = author;
        this.ann = ann;
        this.producer = producer;
        this.operators = operators;
        this.treasury = treasury;
    }

    /** How many actions must be answered by now. */
    public int sent() {
        return sent;
    }

    /** What the first version of the hunt has. */
    public void first() throws Exception {
        byPlayer(ann, new Kind.Join());
        theDoor();
        theOthers();
        thePlaces();
        whatIsLocked();
        byOperators();
        whoDoesNotPlayOn();
        rubbish();
    }

    private void theDoor() throws Exception {
        byPlayer(ann, new Kind.Answer("door", "wrong"));
        byPlayer(ann, new Kind.Answer("door", "wrong"));
        again(ann, new Kind.Answer("door", author.secret("a near miss at the door")));
        again(ann, new Kind.Hint("door", "cheap"));
        byPlayer(ann, new Kind.Hint("door", "late"));
        byPlayer(ann, new Kind.Hint("door", "none"));
        again(ann, new Kind.Answer("door", author.secret("the answer to the door")));
        byPlayer(ann, new Kind.Answer("door", "wrong"));
        seal(
                ann,
                Optional.empty(),
                new Kind.Verdict("lamp", Outcome.GRANTED, OptionalLong.of(1)),
                treasury);
    }

    private void theOthers() throws Exception {
        for (String wrong : new String[] {"one", "two", "three", "four"}) {
            byPlayer(ann, new Kind.Answer("chest", wrong));
        }
        byPlayer(ann, new Kind.Answer("song", "wrong"));
        byPlayer(ann, new Kind.Answer("verse", "wrong"));
        byPlayer(ann, new Kind.Answer("verse", author.secret("how the verse begins")));
        byPlayer(ann, new Kind.Scan("tag", "wrong"));
        byPlayer(ann, new Kind.Scan("tag", author.secret("the code of the tag")));
        byPlayer(ann, new Kind.Scan("song", "wrong"));
        byPlayer(ann, new Kind.Answer("window", "wrong"));
    }

    private void thePlaces() throws Exception {
        byPlayer(ann, new Kind.Position(new Fix(1, 1, 5)));
        byPlayer(ann, new Kind.Arrive("well", new Fix(2, 2, 1)));
        byPlayer(ann, new Kind.Arrive("well", new Fix(2, 2, 1_000)));
        byPlayer(
                ann,
                new Kind.Arrive(
                        "tower",
                        new Fix(
                                degrees("the latitude of the tower") + DEGREES_OFF,
                                degrees("the longitude of the tower") - DEGREES_OFF,
                                3)));
    }

    private double degrees(String name) {
        return Double.parseDouble(author.secret(name));
    }

    private void whatIsLocked() throws Exception {
        byPlayer(ann, new Kind.Scan("vault", "wrong"));
        byPlayer(ann, new Kind.Hint("vault", "only"));
        byPlayer(ann, new Kind.Answer("crypt", "wrong"));
        byPlayer(ann, new Kind.Answer("stairs", "wrong"));
    }

    private void byOperators() throws Exception {
        byPlayer(ann, new Kind.SubmitForReview("photo", "https://photos.example/1"));
        byOperator(ann, new Kind.Review("photo", false, "dark"));
        byPlayer(ann, new Kind.SubmitForReview("photo", "https://photos.example/2"));
        byOperator(ann, new Kind.Review("photo", true, "bright"));
        byOperator(ann, new Kind.Adjust(-3, "noise"));
        byOperator(ann, new Kind.MarkSolved("crypt", "it fell open"));
        byOperator(ann, new Kind.ResetAttempts("chest", "it was stuck"));
        byPlayer(ann, new Kind.Answer("chest", "five"));
    }

    private void whoDoesNotPlayOn() throws Exception {
        byPlayer("zoe", new Kind.Answer("door", "wrong"));
        byPlayer(BOB, new Kind.Join());
        byOperator(BOB, new Kind.Disqualify("noise"));
        byPlayer(BOB, new Kind.Answer("door", author.secret("the answer to the door")));
        byOperator(BOB, new Kind.Reinstate("it was the wind"));
        byPlayer(BOB, new Kind.Abandon());
        byPlayer(BOB, new Kind.Hint("door", "cheap"));
        byPlayer(CAT, new Kind.Join());
        byPlayer(CAT, new Kind.Hint("door", "cheap"));
        byOperator(CAT, new Kind.Forget("as she wishes"));
    }

    /** No actions, each for another reason. */
    private void rubbish() throws Exception {
        String typed = author.secret("an answer that is sent as rubbish");
        byte[] good = encoded(ann, Optional.empty(), new Kind.Answer("door", typed));
        byte[] cut = new String(good, US_ASCII).replace("}", "").getBytes(US_ASCII);
        send(new ProducerRecord<>(TopicSettings.ACTIONS, key(ann), cut));
        send(new ProducerRecord<>(TopicSettings.ACTIONS, key(BOB), good));
        int partitions = producer.partitionsFor(TopicSettings.ACTIONS).size();
        int elsewhere = (Partitioning.partitionOf(key(ann), partitions) + 1) % partitions;
        send(new ProducerRecord<>(TopicSettings.ACTIONS, elsewhere, key(ann), good));
        byte[] unsealed = encoded(ann, Optional.of("lena"), new Kind.Adjust(5, typed));
        send(new ProducerRecord<>(TopicSettings.ACTIONS, key(ann), unsealed));
    }

    /** What the second version brings to who moves. */
    public void second() throws Exception {
        byPlayer(ann, new Kind.Answer("roof", "wrong"));
        byPlayer(ann, new Kind.Answer("roof", author.secret("the answer to the roof")));
        byPlayer(ann, new Kind.Hint("door", "cheap"));
        byPlayer(ann, new Kind.Arrive("vault", new Fix(3, 3, 1)));
        byPlayer(ann, new Kind.Scan("tag", "wrong"));
    }

    /** A sign that the hunt goes on. */
    public void sign() throws Exception {
        byPlayer(ann, new Kind.Position(new Fix(1, 1, 5)));
    }

    /** The same twice, as who has no answer sends it. */
    private void again(String player, Kind.ByPlayer kind) throws Exception {
        byte[] value = encoded(player, Optional.empty(), kind);
        send(new ProducerRecord<>(TopicSettings.ACTIONS, key(player), value));
        send(new ProducerRecord<>(TopicSettings.ACTIONS, key(player), value));
    }

    private void byPlayer(String player, Kind.ByPlayer kind) throws Exception {
        byte[] value = encoded(player, Optional.empty(), kind);
        send(new ProducerRecord<>(TopicSettings.ACTIONS, key(player), value));
    }

    private void byOperator(String player, Kind.ByOperator kind) throws Exception {
        seal(player, Optional.of("lena"), kind, operators);
    }

    private void seal(String player, Optional<String> operator, Kind kind, Keys keys)
            throws Exception {
        byte[] value = encoded(player, operator, kind);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TopicSettings.ACTIONS, key(player), value);
        record.headers().add(ActionSeal.HEADER, ActionSeal.of(keys, key(player), value));
        send(record);
    }

    private byte[] encoded(String player, Optional<String> operator, Kind kind) {
        return ActionCodec.encode(
                new Action(
                        "a" + sent,
                        player,
                        kind instanceof Kind.Forget ? "" : HUNT,
                        Optional.empty(),
                        OptionalLong.empty(),
                        operator,
                        kind));
    }

    private static byte[] key(String player) {
        return player.getBytes(US_ASCII);
    }

    /** One after the other: what comes in another order is answered otherwise. */
    private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
        producer.send(record).get();
        sent++;
    }
}

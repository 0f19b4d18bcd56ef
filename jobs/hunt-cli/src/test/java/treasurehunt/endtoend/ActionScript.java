package treasurehunt.endtoend;

import org.apache.kafka.clients.producer.ProducerRecord;

import treasurehunt.connector.kafka.topic.TopicSettings;
import treasurehunt.schemas.action.Action;
import treasurehunt.schemas.action.ActionCodec;
import treasurehunt.schemas.action.Fix;
import treasurehunt.schemas.action.Kind;
import treasurehunt.schemas.hunt.Clue;
import treasurehunt.schemas.hunt.Hunt;
import treasurehunt.schemas.hunt.Proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * An endless, seeded stream of what players send: sense, nonsense, retries, and now and then
 * rubbish.
 */
final class ActionScript {
    private static final int PLAYERS = 300;

    private final Random random;
    private final List<Hunt> hunts;
    private final List<Action> sent = new ArrayList<>();

    ActionScript(long seed, List<Hunt> hunts) {
        random = new Random(seed);
        this.hunts = hunts;
    }

    ProducerRecord<byte[], byte[]> next() {
        if (chance(200)) {
            return rubbish();
        }
        Action action = chance(12) && !sent.isEmpty() ? retry() : fresh();
        sent.add(action);
        return new ProducerRecord<>(
                TopicSettings.ACTIONS,
                action.player().getBytes(StandardCharsets.US_ASCII),
                ActionCodec.encode(action));
    }

    private ProducerRecord<byte[], byte[]> rubbish() {
        byte[] value = new byte[random.nextInt(40)];
        random.nextBytes(value);
        byte[] key = chance(3) ? null : player().getBytes(StandardCharsets.US_ASCII);
        return new ProducerRecord<>(TopicSettings.ACTIONS, key, chance(5) ? null : value);
    }

    private Action retry() {
        return sent.get(Math.max(0, sent.size() - 1 - random.nextInt(200)));
    }

    private Action fresh() {
        Hunt hunt = hunts.get(random.nextInt(hunts.size()));
        return new Action(
                chance(100) ? "reused" : "a" + sent.size(),
                player(),
                chance(100) ? "no-such-hunt" : hunt.id(),
                chance(4) ? Optional.of("member-" + random.nextInt(3)) : Optional.empty(),
                chance(4) ? OptionalLong.of(random.nextInt()) : OptionalLong.empty(),
                Optional.empty(),
                kind(hunt));
    }

    /** Few players act often, many seldom. */
    private String player() {
        return "p" + (int) (PLAYERS * random.nextDouble() * random.nextDouble());
    }

    private Kind kind(Hunt hunt) {
        Clue clue = List.copyOf(hunt.clues().values()).get(random.nextInt(hunt.clues().size()));
        int die = random.nextInt(100);
        if (die < 10) {
            return new Kind.Join();
        } else if (die < 25) {
            List<String> hints = new ArrayList<>(clue.hints().keySet());
            hints.add("no-such-hint");
            return new Kind.Hint(clue.id(), hints.get(random.nextInt(hints.size())));
        } else if (die < 26) {
            return chance(3) ? new Kind.Abandon() : new Kind.Answer("no-such-clue", "x");
        } else if (die < 30) {
            return new Kind.Scan(clue.id(), "QR-" + random.nextInt(4));
        } else if (die < 33) {
            return new Kind.Position(somewhere());
        } else if (die < 35) {
            return new Kind.Arrive(clue.id(), somewhere());
        } else if (die < 36) {
            return new Kind.SubmitForReview(clue.id(), "a photo");
        }
        return proof(clue);
    }

    private Kind proof(Clue clue) {
        Proof proof = clue.proof();
        if (proof instanceof Proof.Code code) {
            return new Kind.Scan(
                    clue.id(), chance(3) ? code.accept().get(0) : "QR-" + random.nextInt(9));
        } else if (proof instanceof Proof.Place place) {
            return new Kind.Arrive(
                    clue.id(),
                    chance(3) ? new Fix(place.latitude(), place.longitude(), 1) : somewhere());
        } else if (proof instanceof Proof.Review) {
            return new Kind.SubmitForReview(clue.id(), "a photo");
        } else if (proof instanceof Proof.Answer answer) {
            return answer(clue, answer);
        }
        return new Kind.Answer(clue.id(), "Wrong " + random.nextInt(8));
    }

    private Kind answer(Clue clue, Proof.Answer answer) {
        List<String> near = List.copyOf(answer.near().keySet());
        int die = random.nextInt(10);
        if (die < 3) {
            return new Kind.Answer(
                    clue.id(), answer.accept().get(random.nextInt(answer.accept().size())));
        } else if (die < 5 && !near.isEmpty()) {
            return new Kind.Answer(clue.id(), near.get(random.nextInt(near.size())));
        }
        return new Kind.Answer(clue.id(), "Wrong " + random.nextInt(8));
    }

    private Fix somewhere() {
        return new Fix(
                random.nextDouble() * 180 - 90,
                random.nextDouble() * 360 - 180,
                random.nextInt(100) / 10.0);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}

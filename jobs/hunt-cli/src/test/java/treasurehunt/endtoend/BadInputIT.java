package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import treasurehunt.schemas.deadletter.DeadLetter;
import treasurehunt.schemas.deadletter.DeadLetterCodec;
import treasurehunt.schemas.result.Result;
import treasurehunt.schemas.result.ResultCodec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Every kind of bad record once, then all but the huge ones again and again, by turns with good
 * ones, through a running engine. {@code -Dhunt.records=N} sends that many in each phase, {@code
 * -Dhunt.report=FILE} writes how fast they were answered.
 */
class BadInputIT {
    private static final int RECORDS = Integer.getInteger("hunt.records", 2000);

    /** Which phases are mixed. Good ones alone are first and last: all grow faster for a while. */
    private static final List<Boolean> PHASES =
            List.of(false, true, false, true, false, true, false);

    @TempDir Path folder;

    /** What was sent, and in which phase. */
    private record Sent(
            ProducerRecord<byte[], byte[]> record, Optional<HostileRecord> bad, int phase) {}

    private final Map<String, Sent> sent = new HashMap<>();
    private final Rates rates = new Rates();

    @Test
    void isRefusedEachForItsReasonAndChangesNothingForAnybodyElse() throws Exception {
        Players players = new Players(Seed.printed(), Hunts.harbourLights(), Hunts.lantern());
        try (HuntSystem system = HuntSystem.start(folder)) {
            system.publish(Hunts.harbourLights(), Hunts.lantern());
            try (HuntSystem.Engine engine = system.engine("hunt-engine", 1, Map.of()).start();
                    EngineAnswers answers = EngineAnswers.committed(system);
                    KafkaProducer<byte[], byte[]> producer = system.producer()) {
                send(producer, everyKind());
                answers.await(sent.size());
                for (boolean mixed : PHASES) {
                    send(producer, phase(players, mixed));
                    answers.await(sent.size());
                }

                assertTheMixHoldsEveryKindButTheHuge();
                assertEachBadOneHasItsLetter(answers.letters());
                answers.judged()
                        .assertResultsAreUpToItsEnd(Judged.replayed(system, folder, this::isGood));
                assertThat(engine.restarts()).isZero();
                report(answers.results(), answers.letters());
            }
        }
    }

    /** Each kind once, and a good record behind each. */
    private List<Sent> everyKind() {
        int phase = rates.begin(false);
        List<Sent> all = new ArrayList<>();
        List<HostileRecord> odd = OddRecords.of("ann");
        int next = 0;
        for (HostileRecord bad : BadRecords.of("ann")) {
            all.add(new Sent(bad.record(), Optional.of(bad), phase));
            all.add(new Sent(odd.get(next++ % odd.size()).record(), Optional.empty(), phase));
        }
        return all;
    }

    /** Good records, every second of them in the place of a bad one if the phase is mixed. */
    private List<Sent> phase(Players players, boolean mixed) {
        int phase = rates.begin(mixed);
        List<Sent> all = new ArrayList<>();
        List<HostileRecord> bad = List.of();
        int next = 0;
        while (all.size() < RECORDS) {
            ProducerRecord<byte[], byte[]> good = players.next();
            all.add(new Sent(good, Optional.empty(), phase));
            if (mixed) {
                if (next == bad.size()) {
                    bad = BadRecords.withoutHuge(new String(good.key(), US_ASCII));
                    next = 0;
                }
                HostileRecord one = bad.get(next++);
                all.add(new Sent(one.record(), Optional.of(one), phase));
            }
        }
        return all;
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<Sent> all) throws Exception {
        List<Future<RecordMetadata>> places = new ArrayList<>();
        for (Sent one : all) {
            places.add(producer.send(one.record()));
        }
        for (int i = 0; i < all.size(); i++) {
            RecordMetadata place = places.get(i).get();
            sent.put(place.partition() + ":" + place.offset(), all.get(i));
        }
    }

    /** Of what nobody sent here the engine wrote: ticks. */
    private boolean isGood(String id) {
        return !sent.containsKey(id) || sent.get(id).bad().isEmpty();
    }

    /** Every phase behind the first one, which sends each kind once, is good or mixed. */
    private void assertTheMixHoldsEveryKindButTheHuge() {
        List<String> mixed =
                sent.values().stream()
                        .filter(one -> one.phase() > 0)
                        .flatMap(one -> one.bad().stream())
                        .map(HostileRecord::name)
                        .distinct()
                        .toList();
        assertThat(mixed)
                .hasSizeGreaterThanOrEqualTo(BadRecords.LEAST_IN_A_MIX)
                .containsExactlyInAnyOrderElementsOf(
                        BadRecords.withoutHuge("ann").stream().map(HostileRecord::name).toList());
        System.out.println("kinds of bad records mixed with good ones: " + mixed.size());
    }

    private void assertEachBadOneHasItsLetter(List<ConsumerRecord<byte[], byte[]>> records)
            throws Exception {
        Map<String, Sent> bad = new HashMap<>(sent);
        bad.values().removeIf(one -> one.bad().isEmpty());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            DeadLetter letter = DeadLetterCodec.decode(record.value());
            Sent one = bad.remove(letter.id());
            assertThat(one)
                    .as("a bad record at %s without a letter so far", letter.id())
                    .isNotNull();
            HostileRecord kind = one.bad().orElseThrow();
            assertThat(letter.reason()).as(kind.name()).isEqualTo(kind.reason().orElseThrow());
            assertThat(letter.value()).as(kind.name()).isEqualTo(first4KiB(one.record().value()));
        }
        assertThat(bad.values()).as("without a dead letter").isEmpty();
    }

    private static Optional<String> first4KiB(byte[] value) {
        return Optional.ofNullable(value)
                .map(all -> Arrays.copyOf(all, Math.min(all.length, 4096)))
                .map(Base64.getEncoder()::encodeToString);
    }

    private void report(
            List<ConsumerRecord<byte[], byte[]>> results,
            List<ConsumerRecord<byte[], byte[]>> letters)
            throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : results) {
            Result result = ResultCodec.decode(record.value());
            if (result.asked().isPresent()) {
                answered(result.id(), record.timestamp());
            }
        }
        for (ConsumerRecord<byte[], byte[]> record : letters) {
            answered(DeadLetterCodec.decode(record.value()).id(), record.timestamp());
        }
        Report.write("%s%n", rates.json());
    }

    private void answered(String id, long at) {
        Sent one = sent.get(id);
        byte[] value = one.record().value();
        rates.answered(one.phase(), at, value == null ? 0 : value.length);
    }
}

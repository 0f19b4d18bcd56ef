#!/usr/bin/python3
"""Plays from Python: joins a hunt, answers a clue, sends that answer once more as one who is unsure does, and tells
each time what the engine says. Exit code 1 if it says nothing within 30 s, or that what was sent is no action."""

import argparse
import json
import sys
import time
import uuid

try:
    from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition
except ImportError:
    sys.exit(
        f"confluent_kafka is missing for {sys.executable}:"
        " apt install python3-confluent-kafka (for /usr/bin/python3), or pip install confluent-kafka"
    )

PATIENCE_S = 30
CALL_S = 10


class Frontend:
    """Sends the actions of players, one after another, and waits for each one's answer."""

    def __init__(self, kafka):
        # The partitioner is Java's. Of what is idempotent the client's own retries leave one copy.
        self.producer = Producer(
            {
                "bootstrap.servers": kafka,
                "partitioner": "murmur2_random",
                "enable.idempotence": True,
                "message.timeout.ms": CALL_S * 1000,
            }
        )
        # Read before it is committed, for players; to have each answer exactly once, read_committed.
        self.consumer = Consumer(
            {
                "bootstrap.servers": kafka,
                "group.id": "none, since nothing is committed",
                "enable.auto.commit": False,
                "isolation.level": "read_uncommitted",
            }
        )
        self.consumer.assign([self.end(*place) for place in self.partitions("results", "dead-letters")])

    def partitions(self, *topics):
        for topic in topics:
            metadata = self.consumer.list_topics(topic, timeout=CALL_S).topics[topic]
            if metadata.error:
                raise KafkaException(metadata.error)
            for partition in metadata.partitions:
                yield topic, partition

    def end(self, topic, partition):
        """Asked for here and now: by itself the consumer would ask when the answer may be out."""
        _, end = self.consumer.get_watermark_offsets(TopicPartition(topic, partition), timeout=CALL_S)
        return TopicPartition(topic, partition, end)

    def ask(self, action):
        """The answer: a result, or a dead letter."""
        try:
            place = self.append(action)
        except KafkaException:
            # Unsure whether it arrived? The same again, with the same id.
            place = self.append(action)
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            record = self.consumer.poll(0.1)
            if record is None:
                continue
            if record.error():
                raise KafkaException(record.error())
            answer = json.loads(record.value())
            # After a failure the same results come again, with the same ids: this takes the first and no other.
            if place == (place_of_dead_letter(answer) if is_dead_letter(answer) else answer["id"]):
                return answer
        sys.exit(
            f"No answer to {place} within {PATIENCE_S} s."
            " It is in the log and will be answered: is the engine running?"
        )

    def append(self, action):
        """Returns its place in the log, partition:offset, when the broker has it. The key is the player."""
        reports = []
        self.producer.produce(
            "actions",
            key=action["player"],
            value=json.dumps(action),
            on_delivery=lambda error, record: reports.append((error, record)),
        )
        self.producer.flush()
        [(error, record)] = reports
        if error:
            raise KafkaException(error)
        return f"{record.partition()}:{record.offset()}"


def is_dead_letter(answer):
    return "reason" in answer


def place_of_dead_letter(letter):
    """Of an action; there is none of a due moment, nor of what the projector could not write."""
    return f"{letter['partition']}:{letter['offset']}" if letter.get("topic") == "actions" else None


def in_words(answer):
    if is_dead_letter(answer):
        return f"DEAD LETTER, {answer['reason']}: {answer['detail']}"
    words = [f"{answer['code']}, score {answer['score']}"]
    opened = [effect["clue"] for effect in answer["effects"] if effect["type"] == "CLUE_UNLOCKED"]
    if opened:
        words.append("now open: " + ", ".join(opened))
    if "text" in answer:
        words.append(f"it says {answer['text']!r}")
    if "replay_of" in answer:
        words.append("answered before, as " + answer["replay_of"])
    return "; ".join(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kafka", metavar="HOST:PORT", default="localhost:9092")
    parser.add_argument("--player", default=f"python-{uuid.uuid4().hex[:8]}")
    parser.add_argument("--hunt", default="harbour-lights")
    parser.add_argument("--clue", default="anchor")
    parser.add_argument("--text", default="an anchor")
    chosen = parser.parse_args()

    def action(**kind):
        return {"action_id": str(uuid.uuid4()), "player": chosen.player, "hunt": chosen.hunt, **kind}

    join = action(join={})
    answer = action(answer={"clue": chosen.clue, "text": chosen.text})
    try:
        frontend = Frontend(chosen.kafka)
        for what, asked in ("join", join), (f"answer {chosen.clue}", answer), ("the same again", answer):
            reply = frontend.ask(asked)
            print(f"{what}: {in_words(reply)}", flush=True)
            if is_dead_letter(reply):
                sys.exit(1)
    except KafkaException as e:
        sys.exit(
            f"{chosen.kafka}: {e.args[0].str()}."
            " Start ./hunt demo, or say where Kafka and the engine are with --kafka HOST:PORT."
        )


if __name__ == "__main__":
    main()

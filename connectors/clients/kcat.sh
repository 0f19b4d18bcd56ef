#!/usr/bin/env bash
# Plays from a shell, as any client on librdkafka can: joins a hunt, answers a clue, sends that answer once more as
# one who is unsure does, and tells each time what the engine says. Exit code 1 if it says nothing within 30 s, or
# that what was sent is no action.
#
# connectors/clients/kcat.sh [--kafka HOST:PORT] [--player PLAYER] [--hunt HUNT] [--clue CLUE] [--text TEXT]
set -euo pipefail

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

for tool in kcat jq; do
  command -v "$tool" >/dev/null || fail "$tool is missing: apt install $tool"
done

run=kcat-$(date +%s)-$$
kafka=localhost:9092 player=$run hunt=harbour-lights clue=anchor text='an anchor'
while (($#)); do
  case $1 in
    --kafka | --player | --hunt | --clue | --text) (($# > 1)) || fail "$1 needs a value" ;;
    *) fail "$1 is none of --kafka, --player, --hunt, --clue, --text" ;;
  esac
  printf -v "${1#--}" '%s' "$2"
  shift 2
done

# An action as JSON in one line: its own id, and what is asked for.
action() {
  jq -nc --arg id "$run-$1" --arg player "$player" --arg hunt "$hunt" --arg clue "$clue" --arg text "$text" \
    "{action_id: \$id, player: \$player, hunt: \$hunt} + $2"
}

# The key is the player, and the partitioner Java's. Of what is idempotent the client's own retries leave one copy.
append() {
  kcat -P -b "$kafka" -t actions -k "$player" \
    -X partitioner=murmur2_random -X enable.idempotence=true -X message.timeout.ms=10000 <<<"$1"
}

# What the engine says of this run's actions, before it is committed. From a thousand records back on, since kcat looks
# for the end of a topic only when we are sending already.
listen() {
  for topic in results dead-letters; do
    kcat -C -q -u -b "$kafka" -t "$topic" -o -1000 -X auto.offset.reset=earliest -X isolation.level=read_uncommitted |
      grep --line-buffered -F "\"$run-" >&3 &
  done
}

# The answer to the action with this id. Others are passed over, such as one that was shown already and comes again.
answer_to() {
  local deadline=$((SECONDS + 30)) line
  while ((SECONDS < deadline)) && read -r -t $((deadline - SECONDS)) -u 3 line; do
    if jq -e --arg id "$1" '.action_id == $id' <<<"$line" >/dev/null; then
      printf '%s\n' "$line"
      return
    fi
  done
  fail "No answer to $1 within 30 s. It is in the log and will be answered: is the engine running?"
}

ask() {
  local reply
  # Unsure whether it arrived? The same again, with the same id.
  append "$2" || append "$2" || fail "What was sent did not arrive at $kafka."
  reply=$(answer_to "$(jq -r .action_id <<<"$2")")
  printf '%s: %s\n' "$1" "$(in_words <<<"$reply")"
  jq -e '.code' <<<"$reply" >/dev/null
}

in_words() {
  jq -r '
    def list(start): if length == 0 then "" else "; \(start) \(join(", "))" end;
    if .reason then "DEAD LETTER, \(.reason): \(.detail)"
    else "\(.code), score \(.score)"
      + ([.effects[] | select(.type == "CLUE_UNLOCKED") | .clue] | list("now open:"))
      + ([.text // empty | @json] | list("it says"))
      + ([.replay_of // empty] | list("answered before, as"))
    end'
}

kcat -L -b "$kafka" -t actions -m 5 >/dev/null 2>&1 ||
  fail "No Kafka answers at $kafka. Start ./hunt demo, or say where it is with --kafka HOST:PORT."

folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT
mkfifo "$folder/answers"
exec 3<>"$folder/answers"
listen

join=$(action 1 '{join: {}}')
# shellcheck disable=SC2016 # jq's variables
answer=$(action 2 '{answer: {clue: $clue, text: $text}}')
ask "join" "$join"
ask "answer $clue" "$answer"
ask "the same again" "$answer"

package treasurehunt.auditor.reading;

import treasurehunt.auditor.UnreadableEvidenceException;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the fields of one part of a hunt; what nobody has read is not known to this reading. */
final class Fields {
    private final Map<?, ?> values;
    private final String where;
    private final Set<Object> unread;

    Fields(Object node, String where) throws UnreadableEvidenceException {
        if (!(node instanceof Map<?, ?> map)) {
            throw new UnreadableEvidenceException(where + ": needs fields");
        }
        this.values = map;
        this.where = where;
        this.unread = new HashSet<>(map.keySet());
    }

    UnreadableEvidenceException refused(String name, String what) {
        return new UnreadableEvidenceException(where + ": " + name + " " + what);
    }

    /** Refuses what was not read. */
    void end() throws UnreadableEvidenceException {
        if (!unread.isEmpty()) {
            throw refused(unread.iterator().next().toString(), "is not known");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<Object> node(String name) {
        unread.remove(name);
        return Optional.ofNullable(values.get(name));
    }

    Optional<Fields> fields(String name) throws UnreadableEvidenceException {
        Optional<Object> node = node(name);
        return node.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fields(node.get(), where + ": " + name));
    }

    Optional<String> optionalText(String name) throws UnreadableEvidenceException {
        Optional<Object> node = node(name);
        if (node.isPresent() && !(node.get() instanceof String)) {
            throw refused(name, "is no text");
        }
        return node.map(String.class::cast);
    }

    String text(String name) throws UnreadableEvidenceException {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            throw refused(name, "is missing");
        }
        return text.get();
    }

    OptionalLong optionalWhole(String name) throws UnreadableEvidenceException {
        Optional<String> text = optionalText(name);
        try {
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException e) {
            throw refused(name, "is no whole number: " + text.get());
        }
    }

    long whole(String name) throws UnreadableEvidenceException {
        return optionalWhole(name).orElseThrow(() -> refused(name, "is missing"));
    }

    OptionalDouble optionalDecimal(String name) throws UnreadableEvidenceException {
        Optional<String> text = optionalText(name);
        try {
            return text.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text.get()));
        } catch (NumberFormatException e) {
            throw refused(name, "is no number: " + text.get());
        }
    }

    double decimal(String name) throws UnreadableEvidenceException {
        return optionalDecimal(name).orElseThrow(() -> refused(name, "is missing"));
    }

    OptionalLong optionalDuration(String name) throws UnreadableEvidenceException {
        Optional<String> text = optionalText(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        OptionalLong millis = Durations.millis(text.get());
        if (millis.isEmpty()) {
            throw refused(name, "is no duration such as 1h30m: " + text.get());
        }
        return millis;
    }

    OptionalLong optionalInstant(String name) throws UnreadableEvidenceException {
        Optional<String> text = optionalText(name);
        try {
            return text.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(OffsetDateTime.parse(text.get()).toInstant().toEpochMilli());
        } catch (DateTimeException e) {
            throw refused(name, "is no instant such as 2026-06-01T08:00:00Z: " + text.get());
        }
    }

    long instant(String name) throws UnreadableEvidenceException {
        return optionalInstant(name).orElseThrow(() -> refused(name, "is missing"));
    }

    List<Object> list(String name) throws UnreadableEvidenceException {
        Object node = node(name).orElse(List.of());
        if (!(node instanceof List<?> elements)) {
            throw refused(name, "is no list");
        }
        return List.copyOf(elements);
    }

    List<String> texts(String name) throws UnreadableEvidenceException {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw refused(name, "holds what is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** The parts of a list of fields, each with what is called so in messages. */
    List<Fields> parts(String name) throws UnreadableEvidenceException {
        List<Fields> parts = new ArrayList<>();
        for (Object element : list(name)) {
            parts.add(new Fields(element, where + ": " + name + "[" + parts.size() + "]"));
        }
        return parts;
    }

    /** All of its fields as texts, in their order. */
    Map<String, String> allTexts() throws UnreadableEvidenceException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object name : values.keySet()) {
            texts.put(name.toString(), text(name.toString()));
        }
        return texts;
    }
}

package treasurehunt.auditor.reading;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import treasurehunt.auditor.UnreadableEvidenceException;
import treasurehunt.schemas.json.JsonNumber;
import treasurehunt.schemas.json.MalformedJsonException;
import treasurehunt.schemas.json.StrictJson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a file spells out. */
final class Tree {
    private static final int DEEPEST = 100;

    private Tree() {}

    /** Maps, lists and scalars. */
    static Map<String, Object> read(Path file) throws IOException, UnreadableEvidenceException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return file.toString().endsWith(".json") ? json(bytes) : yaml(bytes);
        } catch (MalformedJsonException | YamlEngineException e) {
            throw new UnreadableEvidenceException(file + ": " + e.getMessage());
        }
    }

    private static Map<String, Object> json(byte[] bytes) throws MalformedJsonException {
        return new StrictJson(DEEPEST).read(bytes);
    }

    /** The same, each scalar as the text it was written as. */
    static Map<String, Object> texts(Map<?, ?> json) {
        Map<String, Object> members = new LinkedHashMap<>();
        json.forEach((name, value) -> members.put((String) name, node(value)));
        return members;
    }

    private static Object node(Object json) {
        if (json instanceof Map<?, ?> map) {
            return texts(map);
        }
        if (json instanceof List<?> list) {
            return list.stream().map(Tree::node).toList();
        }
        return json instanceof JsonNumber number ? number.text() : json.toString();
    }

    private static Map<String, Object> yaml(byte[] bytes) throws MalformedJsonException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Iterator<Event> events = new Parse(wholeIn(text)).parseString(text).iterator();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof MappingStartEvent) {
                return mapping(events);
            }
            if (event instanceof ScalarEvent || event instanceof SequenceStartEvent) {
                break;
            }
        }
        throw new MalformedJsonException("no fields");
    }

    private static Map<String, Object> mapping(Iterator<Event> events)
            throws MalformedJsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Event key = events.next(); !isEnd(key); key = events.next()) {
            if (!(key instanceof ScalarEvent name)) {
                throw new MalformedJsonException("a field whose name is no text");
            }
            if (members.put(name.getValue(), node(events.next(), events)) != null) {
                throw new MalformedJsonException(name.getValue() + ": is there twice");
            }
        }
        return members;
    }

    private static Object node(Event event, Iterator<Event> events) throws MalformedJsonException {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        if (event instanceof MappingStartEvent) {
            return mapping(events);
        }
        if (!(event instanceof SequenceStartEvent)) {
            throw new MalformedJsonException("an alias");
        }
        List<Object> elements = new ArrayList<>();
        for (Event element = events.next(); !isEnd(element); element = events.next()) {
            elements.add(node(element, events));
        }
        return elements;
    }

    private static boolean isEnd(Event event) {
        return event.getEventId() == Event.ID.MappingEnd
                || event.getEventId() == Event.ID.SequenceEnd;
    }

    /** The parser fails where its buffer ends within a pair of surrogates. */
    private static LoadSettings wholeIn(String text) {
        return LoadSettings.builder().setBufferSize(text.length() + 1).build();
    }
}

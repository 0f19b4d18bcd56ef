package treasurehunt.schemas.hunt;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tree of maps, lists and texts that a YAML text spells out, and the line of each part. A
 * scalar is the text it was written as: YAML's own types, tags, anchors and aliases have no place
 * in it.
 */
final class YamlTree {
    private final Iterator<Event> events;
    private final List<Problem> problems = new ArrayList<>();

    private YamlTree(String text) {
        events = new Parse(settings(text)).parseString(text).iterator();
    }

    /** The library fails where its buffer ends within a pair of surrogates: one holds all. */
    private static LoadSettings settings(String text) {
        return LoadSettings.builder().setBufferSize(text.length() + 1).build();
    }

    /** The fields of a document, and where they stand. */
    record Document(Map<String, Object> fields, Lines lines) {}

    /** The one document of a text. Throws what the parser throws where the text is no YAML. */
    static Document read(String text) throws RefusedHuntException {
        return new YamlTree(text).document();
    }

    private Document document() throws RefusedHuntException {
        events.next();
        Event start = events.next();
        Event root = start instanceof DocumentStartEvent ? events.next() : start;
        if (!(root instanceof MappingStartEvent)) {
            int line = root instanceof NodeEvent ? line(root) : 1;
            throw refused(line, "needs fields, such as `hunt: harbour-lights`");
        }
        Lines lines = Lines.root(line(root));
        refuseMarks(lines, root);
        Map<String, Object> fields = members(lines, 1);
        events.next();
        Event end = events.next();
        if (end instanceof DocumentStartEvent) {
            throw refused(line(end), "a second document starts here; a file holds one hunt");
        }
        if (!problems.isEmpty()) {
            throw new RefusedHuntException(problems);
        }
        return new Document(fields, lines);
    }

    private static RefusedHuntException refused(int line, String reason) {
        return new RefusedHuntException(List.of(new Problem(line, "", reason)));
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private Object node(Lines here, Event event, int depth) throws RefusedHuntException {
        if (event instanceof CollectionStartEvent && depth > HuntReader.DEEPEST_TREE) {
            throw refused(line(event), "is nested deeper than " + HuntReader.DEEPEST_TREE);
        }
        refuseMarks(here, event);
        if (event instanceof ScalarEvent scalar) {
            return scalar.getValue();
        }
        if (event instanceof SequenceStartEvent) {
            return elements(here, depth);
        }
        return event instanceof MappingStartEvent ? members(here, depth) : "";
    }

    private List<Object> elements(Lines here, int depth) throws RefusedHuntException {
        List<Object> elements = new ArrayList<>();
        for (Event event = events.next(); !isEnd(event); event = events.next()) {
            elements.add(node(here.element(elements.size(), line(event)), event, depth + 1));
        }
        return elements;
    }

    private Map<String, Object> members(Lines here, int depth) throws RefusedHuntException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Event key = events.next(); !isEnd(key); key = events.next()) {
            Object name = node(here, key, depth + 1);
            if (!(name instanceof String text)) {
                refuse(here, key, "a field's name must be a text");
                node(here, events.next(), depth + 1);
                continue;
            }
            Lines field = here.field(text, line(key));
            if (members.containsKey(text)) {
                refuse(field, key, "is there twice");
            }
            members.putIfAbsent(text, node(field, events.next(), depth + 1));
        }
        return members;
    }

    private static boolean isEnd(Event event) {
        return event.getEventId() == Event.ID.MappingEnd
                || event.getEventId() == Event.ID.SequenceEnd;
    }

    private void refuse(Lines here, Event event, String reason) {
        problems.add(new Problem(line(event), here.path(), reason));
    }

    private void refuseMarks(Lines here, Event event) {
        if (event instanceof AliasEvent || anchor(event).isPresent()) {
            refuse(here, event, "anchors and aliases are not for hunts; write it out");
        }
        tag(event)
                .ifPresent(tag -> refuse(here, event, "tags are not for hunts; leave out " + tag));
    }

    private static Optional<?> anchor(Event event) {
        return event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection
                ? collection.getTag()
                : Optional.empty();
    }
}

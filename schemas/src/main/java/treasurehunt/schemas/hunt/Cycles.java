package treasurehunt.schemas.hunt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what leads to itself in a graph, in one walk over it (Tarjan's). */
final class Cycles {
    private final Map<String, Set<String>> graph;
    private final Map<String, Integer> order = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, Set<String>> cycles = new HashMap<>();

    private Cycles(Map<String, Set<String>> graph) {
        this.graph = graph;
    }

    /** Each node that leads to itself, with all those that lead to it and that it leads to. */
    static Map<String, Set<String>> in(Map<String, Set<String>> graph) {
        Cycles walk = new Cycles(graph);
        for (String node : graph.keySet()) {
            if (!walk.order.containsKey(node)) {
                walk.visit(node);
            }
        }
        return walk.cycles;
    }

    /** The lowest order of any open node that this one leads to. */
    private int visit(String node) {
        int mine = order.size();
        order.put(node, mine);
        open.push(node);
        int lowest = mine;
        for (String next : graph.get(node)) {
            int there = order.containsKey(next) ? order.get(next) : visit(next);
            lowest = Math.min(lowest, there);
        }
        if (lowest == mine) {
            closeDownTo(node);
        }
        return lowest;
    }

    private void closeDownTo(String node) {
        Set<String> together = new TreeSet<>();
        String last;
        do {
            last = open.pop();
            order.put(last, Integer.MAX_VALUE);
            together.add(last);
        } while (!last.equals(node));
        if (together.size() > 1 || graph.get(node).contains(node)) {
            together.forEach(member -> cycles.put(member, together));
        }
    }
}

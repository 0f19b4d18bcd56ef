package treasurehunt.endtoend.secrecy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for canaries in files, byte by byte, in whatever case their letters are. */
public final class Search {
    private static final int TABLE_BITS = 20;

    private final Map<Integer, List<Needle>> byStart = new HashMap<>();

    /** Nearly every start that no needle has is not in here either. */
    private final BitSet starts = new BitSet(1 << TABLE_BITS);

    private record Needle(Canary canary, ByteBuffer bytes) {
        boolean standsAt(ByteBuffer file, int offset) {
            for (int i = 0; i < bytes.limit(); i++) {
                if (offset + i >= file.limit() || folded(file.get(offset + i)) != bytes.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    public Search(Collection<Canary> canaries) {
        for (Canary canary : canaries) {
            canary.looks().forEach(look -> add(new Needle(canary, ByteBuffer.wrap(folded(look)))));
        }
    }

    private void add(Needle needle) {
        int start = needle.bytes().getInt(0);
        byStart.computeIfAbsent(start, none -> new ArrayList<>()).add(needle);
        starts.set(slot(start));
    }

    /** What stands in the files of a folder and of those below, and in their names. */
    public Set<Find> in(Path folder) throws IOException {
        Set<Find> finds = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String place = folder.relativize(file).toString();
                Set<Canary> found = in(ByteBuffer.wrap(place.getBytes(StandardCharsets.UTF_8)));
                found.addAll(inFile(file));
                found.forEach(canary -> finds.add(new Find(canary, place)));
            }
        }
        return finds;
    }

    private Set<Canary> inFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return in(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private Set<Canary> in(ByteBuffer file) {
        Set<Canary> found = new HashSet<>();
        int lastFour = 0;
        for (int i = 0; i < file.limit(); i++) {
            lastFour = (lastFour << Byte.SIZE) | (folded(file.get(i)) & 0xff);
            if (i >= Integer.BYTES - 1 && starts.get(slot(lastFour))) {
                for (Needle needle : byStart.getOrDefault(lastFour, List.of())) {
                    if (needle.standsAt(file, i - (Integer.BYTES - 1))) {
                        found.add(needle.canary());
                    }
                }
            }
        }
        return found;
    }

    /** Multiplied by the golden ratio, what differs little differs in the highest bits. */
    private static int slot(int start) {
        return (start * 0x9E3779B1) >>> (Integer.SIZE - TABLE_BITS);
    }

    private static byte[] folded(byte[] bytes) {
        byte[] all = bytes.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] = folded(all[i]);
        }
        return all;
    }

    private static byte folded(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one - 'A' + 'a') : one;
    }
}

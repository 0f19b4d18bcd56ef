package treasurehunt.endtoend.secrecy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something to look for, that stands nowhere by chance.
 *
 * @param looks the bytes that it can stand as
 */
public record Canary(String name, Fate fate, List<byte[]> looks) {
    static Canary text(String name, Fate fate, String text) {
        return new Canary(name, fate, Disguises.ofText(text));
    }

    static Canary number(String name, Fate fate, String digits) {
        return new Canary(name, fate, Disguises.ofNumber(digits));
    }

    static Canary bytes(String name, Fate fate, byte[] bytes) {
        return new Canary(name, fate, Disguises.ofBytes(bytes));
    }

    /** What anybody may know. */
    public static Canary open(String name, String text) {
        return text(name, Fate.OPEN, text);
    }

    /** What seals: the keys in the files of a folder. */
    public static List<Canary> keys(Path folder) throws IOException {
        List<Canary> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    byte[] key = Base64.getDecoder().decode(line.substring(line.indexOf(':') + 1));
                    keys.add(bytes(file.getFileName().toString(), Fate.KEY, key));
                }
            }
        }
        return keys;
    }

    /** Where it must stand and was not found. */
    public Stream<String> missing(Set<Find> finds) {
        return fate.mustStandIn().stream()
                .filter(must -> finds.stream().noneMatch(find -> isIn(find, must)))
                .map(must -> this + " in " + must);
    }

    private boolean isIn(Find find, Pattern place) {
        return find.canary().equals(this) && place.matcher(find.place()).matches();
    }

    @Override
    public String toString() {
        return fate + " " + name;
    }
}

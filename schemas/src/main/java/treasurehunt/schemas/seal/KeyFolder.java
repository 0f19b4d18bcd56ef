package treasurehunt.schemas.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A folder of keys, which only its owner may enter: a file {@code <role>.keys} for each role. */
public record KeyFolder(Path path) {
    private static final String ENDING = ".keys";
    private static final String BEING_WRITTEN = ".new";
    private static final int LARGEST_FILE = 64 * 1024;

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** So that it is nobody else's from its first moment on. */
    private static final Set<StandardOpenOption> NEW_FILE =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static final Set<PosixFilePermission> OTHERS_MAY =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    public Path file(Role role) {
        return path.resolve(role.word() + ENDING);
    }

    /** Whether the role has a file here, whatever is in it. */
    public boolean has(Role role) {
        return Files.exists(file(role));
    }

    /** The keys of a role. Refused is also a file that anybody but its owner may read or write. */
    public Keys read(Role role) throws IOException, KeysRefusedException {
        Path file = file(role);
        if (!has(role)) {
            throw new KeysRefusedException(
                    file + ": there is no such file; ./hunt keys init makes it");
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_MAY::contains)) {
            throw new KeysRefusedException(
                    file + ": others than its owner may use it; chmod 600 " + file);
        }
        byte[] text;
        try (InputStream in = Files.newInputStream(file)) {
            text = in.readNBytes(LARGEST_FILE + 1);
        }
        if (text.length > LARGEST_FILE) {
            throw new KeysRefusedException(
                    file + ": is larger than 64 KiB, as no key file is; restore it");
        }
        return KeyFile.parse(role, file, text);
    }

    /** Makes a key for a role that has none, and the folder, too; whether it did. */
    public boolean init(Role role) throws IOException {
        if (has(role)) {
            return false;
        }
        makeFolder();
        try (FileChannel channel = FileChannel.open(file(role), NEW_FILE, OWNERS_FILE)) {
            write(channel, KeyFile.text(Keys.fresh(role)));
            return true;
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster, and his key is as good.
            return false;
        }
    }

    /** Adds a key, by which is sealed from now on. All others stay. */
    public Keys rotate(Role role) throws IOException, KeysRefusedException {
        Path file = file(role);
        Path next = file.resolveSibling(file.getFileName() + BEING_WRITTEN);
        read(role); // What cannot be read is refused before anything is written.
        // The new file is there before the keys are read: so two who rotate at once cannot both
        // start from the same ones, and neither's is lost.
        try (FileChannel channel = FileChannel.open(next, NEW_FILE, OWNERS_FILE)) {
            Keys rotated = read(role).rotated();
            write(channel, KeyFile.text(rotated));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return rotated;
        } catch (FileAlreadyExistsException e) {
            throw new KeysRefusedException(
                    next + ": somebody else is rotating this key; if nobody is, delete the file");
        }
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.createDirectory(path, OWNERS_FOLDER);
        }
    }

    private static void write(FileChannel channel, byte[] text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}

package treasurehunt.schemas.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class KeyFolderTest {
    private static final Role ROLE = Role.OPERATORS;

    /** 32 bytes 0, and their id. */
    private static final String ZEROS = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final String ZEROS_ID = "66687aad";

    @TempDir private Path scratch;
    private KeyFolder folder;

    @BeforeEach
    void aFolderThatIsNotThere() {
        folder = new KeyFolder(scratch.resolve("a/keys"));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleHasAFileOfItsOwnThatNobodyElseMayUse(Role role) throws Exception {
        boolean made = folder.init(role);

        Keys keys = folder.read(role);
        assertThat(made).isTrue();
        assertThat(keys.role()).isEqualTo(role);
        assertThat(keys.ids()).singleElement().asString().matches("[0-9a-f]{8}");
        assertThat(permissions(folder.path())).isEqualTo("rwx------");
        assertThat(permissions(folder.file(role))).isEqualTo("rw-------");
        assertThat(folder.file(role)).hasFileName(role.word() + ".keys");
    }

    @Test
    void noTwoKeysAreTheSame() throws Exception {
        for (Role role : Role.values()) {
            folder.init(role);
        }

        assertThat(Role.values())
                .extracting(role -> folder.read(role).ids().get(0))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsThereIsNeverMadeAnew() throws Exception {
        folder.init(ROLE);
        byte[] before = Files.readAllBytes(folder.file(ROLE));

        boolean made = folder.init(ROLE);

        assertThat(made).isFalse();
        assertThat(folder.file(ROLE)).hasBinaryContent(before);
    }

    @Test
    void rotatingAddsAKeyThatSealsAndKeepsTheOthers() throws Exception {
        folder.init(ROLE);
        Keys old = folder.read(ROLE);

        Keys rotated = folder.rotate(ROLE);

        assertThat(rotated.ids()).hasSize(2).startsWith(old.ids().get(0));
        assertThat(rotated.newest().id()).isEqualTo(rotated.ids().get(1));
        assertThat(folder.read(ROLE).ids()).isEqualTo(rotated.ids());
        assertThat(permissions(folder.file(ROLE))).isEqualTo("rw-------");
        assertThat(folder.path()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void twoDoNotRotateAtOnce() throws Exception {
        folder.init(ROLE);
        byte[] before = Files.readAllBytes(folder.file(ROLE));
        Path others = Files.createFile(folder.path().resolve("operators.keys.new"));

        KeysRefusedException refused = refused(() -> folder.rotate(ROLE));

        assertThat(refused).hasMessageStartingWith(others + ": somebody else");
        assertThat(folder.file(ROLE)).hasBinaryContent(before);
    }

    @Test
    void ofManyWhoRotateAtOnceNobodysKeyIsLost() throws Exception {
        folder.init(ROLE);
        Set<String> rotated = ConcurrentHashMap.newKeySet();
        ExecutorService all = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 200; i++) {
            var unused = all.submit(() -> rotated.add(folder.rotate(ROLE).newest().id()));
        }
        all.shutdown();

        assertThat(all.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rotated).isNotEmpty();
        assertThat(folder.read(ROLE).ids()).containsAll(rotated);
        assertThat(folder.path()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatCannotBeReadIsNotRotatedAndLeavesNothing() throws Exception {
        write("no key\n");

        refused(() -> folder.rotate(ROLE));

        assertThat(folder.path()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void theIdIsTheBeginningOfTheKeysHash() throws Exception {
        write(ZEROS_ID + ":" + ZEROS + "\n");

        assertThat(folder.read(ROLE).ids()).containsExactly(ZEROS_ID);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE"})
    void aFileThatOthersMayUseIsRefused(PosixFilePermission permission) throws Exception {
        folder.init(ROLE);
        Path file = folder.file(ROLE);
        Set<PosixFilePermission> lax = EnumSet.of(PosixFilePermission.OWNER_READ, permission);
        Files.setPosixFilePermissions(file, lax);

        KeysRefusedException refused = refused(() -> folder.read(ROLE));

        assertThat(refused)
                .hasMessage(file + ": others than its owner may use it; chmod 600 " + file);
    }

    @Test
    void aMissingFileIsNamedWithTheCure() {
        KeysRefusedException refused = refused(() -> folder.read(ROLE));

        assertThat(refused)
                .hasMessage(
                        folder.file(ROLE) + ": there is no such file; ./hunt keys init makes it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                ZEROS,
                ":" + ZEROS,
                "66687aae:" + ZEROS,
                "66687AAD:" + ZEROS,
                ZEROS_ID + ":" + ZEROS + " ",
                " " + ZEROS_ID + ":" + ZEROS,
                ZEROS_ID + ":AAAA",
                ZEROS_ID + ":" + ZEROS + ":",
                "# comment"
            })
    void aLineThatIsNoKeyIsRefusedByItsNumber(String line) throws Exception {
        write(ZEROS_ID + ":" + ZEROS + "\n" + line + "\n");

        KeysRefusedException refused = refused(() -> folder.read(ROLE));

        assertThat(refused).hasMessageStartingWith(folder.file(ROLE) + ":2: is no key");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() throws Exception {
        write((ZEROS_ID + ":" + ZEROS + "\n").repeat(2));

        KeysRefusedException refused = refused(() -> folder.read(ROLE));

        assertThat(refused).hasMessageStartingWith(folder.file(ROLE) + ":2: the key " + ZEROS_ID);
    }

    @Test
    void anEmptyFileAndAHugeOneAreRefused() throws Exception {
        write("");
        KeysRefusedException empty = refused(() -> folder.read(ROLE));
        write("x".repeat(70_000));
        KeysRefusedException huge = refused(() -> folder.read(ROLE));

        assertThat(empty).hasMessageStartingWith(folder.file(ROLE) + ": holds no key");
        assertThat(huge).hasMessageStartingWith(folder.file(ROLE) + ": is larger than 64 KiB");
    }

    @Test
    void noMessageTellsAKey() throws Exception {
        String secret = "c2VjcmV0IG9mIHNvbWVib2R5IHdobyBjYW5ub3Qgc3BlbGw=";
        for (String line : List.of("1:" + secret, secret, secret + ":" + secret)) {
            write(line + "\n");

            KeysRefusedException refused = refused(() -> folder.read(ROLE));

            assertThat(refused.getMessage()).doesNotContain(secret.substring(0, 8));
        }
    }

    @Test
    void keysShowTheirIdsOnly() throws Exception {
        write(ZEROS_ID + ":" + ZEROS + "\n");

        Keys keys = folder.read(ROLE);

        assertThat(keys).hasToString("keys of operators [66687aad]");
        assertThat(keys.newest()).hasToString("66687aad");
    }

    private void write(String text) throws IOException {
        folder.init(ROLE);
        Files.write(folder.file(ROLE), text.getBytes(US_ASCII));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private interface Use {
        void run() throws Exception;
    }

    private static KeysRefusedException refused(Use use) {
        KeysRefusedException refused = catchThrowableOfType(KeysRefusedException.class, use::run);
        assertThat(refused).isNotNull();
        return refused;
    }
}

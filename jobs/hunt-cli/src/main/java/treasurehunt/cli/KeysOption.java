package treasurehunt.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import treasurehunt.schemas.action.Seals;
import treasurehunt.schemas.seal.KeyFolder;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.KeysRefusedException;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.nio.file.Path;

/** Where the keys of a command are. */
public final class KeysOption {
    @Option(
            names = "--keys",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            defaultValue = "${env:HUNT_KEYS:-${sys:hunt.home:-.}/.hunt/keys}",
            description = "Folder of the keys. Default: $HUNT_KEYS, else .hunt/keys beside ./hunt.")
    private Path folder;

    public KeyFolder folder() {
        return new KeyFolder(folder);
    }

    /** The keys of a role, which must be there. */
    public Keys of(Role role) throws CommandFailedException, IOException {
        if (!folder().has(role)) {
            throw new CommandFailedException(
                    folder().file(role)
                            + ": there is no such file. Make keys with ./hunt keys init, or name the"
                            + " folder that has them with --keys DIR.");
        }
        try {
            return folder().read(role);
        } catch (KeysRefusedException e) {
            throw new CommandFailedException(e.getMessage(), e);
        }
    }

    /** The keys of hunts, and none where there are none: only a sealed hunt needs them. */
    public Keys ofHuntsIfThere() throws CommandFailedException, IOException {
        return folder().has(Role.HUNTS) ? of(Role.HUNTS) : Keys.none(Role.HUNTS);
    }

    /** What is sealed by operators and the treasury, whose keys must be there. */
    public Seals seals() throws CommandFailedException, IOException {
        return Seals.under(of(Role.OPERATORS), of(Role.TREASURY));
    }
}

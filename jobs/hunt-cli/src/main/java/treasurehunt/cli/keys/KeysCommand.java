package treasurehunt.cli.keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import treasurehunt.cli.CommandFailedException;
import treasurehunt.cli.KeysOption;
import treasurehunt.schemas.json.JsonWriter;
import treasurehunt.schemas.seal.Keys;
import treasurehunt.schemas.seal.KeysRefusedException;
import treasurehunt.schemas.seal.Role;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Makes keys and tells which there are; none is ever shown. */
@Command(
        name = "keys",
        description = {
            "Make the keys and tell which there are: those that seal what is secret in hunts, those"
                    + " of operators, and those of the treasury. Each role has a file of its own,"
                    + " which only its owner may use. No key is ever shown.",
            "While a key takes another's place both are in the file: the newest seals, all open and"
                    + " verify."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./hunt keys init",
            "  ./hunt keys list",
            "  ./hunt keys rotate operators --keys /etc/hunt/keys"
        },
        subcommands = {KeysCommand.Init.class, KeysCommand.Rotate.class, KeysCommand.Listing.class})
public final class KeysCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Mixin private KeysOption keys;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Say it as one JSON line a role.")
    private boolean json;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which? One of " + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(name = "init", description = "Make a key for each role that has none.")
    static final class Init implements Callable<Integer> {
        @ParentCommand private KeysCommand parent;

        @Override
        public Integer call() throws CommandFailedException, IOException {
            for (Role role : Role.values()) {
                boolean made = parent.keys.folder().init(role);
                parent.say(parent.keys.of(role), made ? "made" : "was there");
            }
            return 0;
        }
    }

    @Command(
            name = "rotate",
            description = {
                "Make one more key for a role, which seals from now on; the others go on opening and"
                        + " verifying.",
                "Whoever reads keys at its start, such as the engine, must start again with the new"
                        + " file before anything is sealed under the new key."
            })
    static final class Rotate implements Callable<Integer> {
        @ParentCommand private KeysCommand parent;

        @Parameters(
                paramLabel = "ROLE",
                converter = RoleWord.class,
                description = "hunts, operators or treasury.")
        private Role role;

        @Override
        public Integer call() throws CommandFailedException, IOException {
            parent.keys.of(role);
            try {
                parent.say(parent.keys.folder().rotate(role), "rotated");
            } catch (KeysRefusedException e) {
                throw new CommandFailedException(e.getMessage(), e);
            }
            return 0;
        }
    }

    @Command(name = "list", description = "Tell which keys there are, by their ids.")
    static final class Listing implements Callable<Integer> {
        @ParentCommand private KeysCommand parent;

        @Override
        public Integer call() throws CommandFailedException, IOException {
            for (Role role : Role.values()) {
                if (parent.keys.folder().has(role)) {
                    parent.say(parent.keys.of(role), "there");
                } else {
                    parent.say(Keys.none(role), "missing: ./hunt keys init makes it");
                }
            }
            return 0;
        }
    }

    private void say(Keys said, String what) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? inJson(said) : inWords(said, what));
        out.flush();
    }

    private String inWords(Keys said, String what) {
        List<String> ids = said.ids();
        String file = keys.folder().file(said.role()) + ": " + what;
        if (ids.isEmpty()) {
            return file;
        }
        String others = String.join(", ", ids.subList(0, ids.size() - 1));
        return file
                + ", "
                + ids.get(ids.size() - 1)
                + " seals"
                + (others.isEmpty() ? "" : ", beside it counts " + others);
    }

    private String inJson(Keys said) {
        byte[] line =
                JsonWriter.object(
                        object -> {
                            object.text("role", said.role().word());
                            object.text("file", keys.folder().file(said.role()).toString());
                            object.array(
                                    "keys",
                                    elements -> {
                                        for (String id : said.ids()) {
                                            elements.element(id);
                                        }
                                    });
                        });
        return new String(line, StandardCharsets.UTF_8);
    }

    /** Reads a role as people write it. */
    static final class RoleWord implements ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            return Arrays.stream(Role.values())
                    .filter(role -> role.word().equals(text))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            text
                                                    + " is none of "
                                                    + Arrays.stream(Role.values())
                                                            .map(Role::word)
                                                            .collect(Collectors.joining(", "))));
        }
    }
}

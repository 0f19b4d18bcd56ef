/** The {@code ./hunt} command: each subcommand is a package that says what it does. */
package treasurehunt.cli;

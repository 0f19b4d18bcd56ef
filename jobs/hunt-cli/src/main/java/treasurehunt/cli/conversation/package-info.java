/** Asking the engine something, and showing what it answers. */
package treasurehunt.cli.conversation;

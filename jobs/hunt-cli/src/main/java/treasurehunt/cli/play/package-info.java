/** A hunt played in the terminal. */
package treasurehunt.cli.play;

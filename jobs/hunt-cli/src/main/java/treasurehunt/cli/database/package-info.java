/** The projector's database, and what people ask it. */
package treasurehunt.cli.database;

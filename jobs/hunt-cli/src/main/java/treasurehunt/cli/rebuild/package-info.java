/** Makes the database's tables anew. */
package treasurehunt.cli.rebuild;

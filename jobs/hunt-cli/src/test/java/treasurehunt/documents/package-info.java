/** What the project's documents tell people to do, done; and their pictures. */
package treasurehunt.documents;

/** The job that keeps Postgres as the topics {@code progress} and {@code results} have it. */
package treasurehunt.projector;

/**
 * Postgres as a place to write to, by jobs that must not feel how it is: a sink that writes sets of
 * rows off the task's thread, behind a circuit breaker, and the migrations of its tables.
 */
package treasurehunt.connector.postgres;

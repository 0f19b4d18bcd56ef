/**
 * Why an id of a log was answered as it was, for people and for tools; never what would have been
 * right.
 */
package treasurehunt.cli.log.explain;

/**
 * {@code ./hunt audit}: the auditor's reading of the rules, over files and over the live topics.
 */
package treasurehunt.cli.audit;

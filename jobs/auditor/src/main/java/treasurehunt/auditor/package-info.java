/**
 * A second reading of the rule book that shares no code with the core: {@code reading} turns files
 * into hunts and actions, {@code rules} says what each action and each due moment is answered,
 * {@code comparing} finds where the answers, the snapshots and the tables say something else.
 */
package treasurehunt.auditor;

/** From bytes to hunts, actions and refusals, by the bounds of the rule book. */
package treasurehunt.auditor.reading;

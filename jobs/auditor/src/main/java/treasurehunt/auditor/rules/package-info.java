/** What the rules give: a player's progress, and the one answer to each action and due moment. */
package treasurehunt.auditor.rules;

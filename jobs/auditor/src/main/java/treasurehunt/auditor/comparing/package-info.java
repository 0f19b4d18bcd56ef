/** What stands in the answers, and where it is not what the rules give. */
package treasurehunt.auditor.comparing;

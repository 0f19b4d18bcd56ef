/** What people see of a demo while it runs. */
package treasurehunt.cli.demo.view;

/** What codes, reasons and effects mean, and how ids, texts and times are written, for people. */
package treasurehunt.cli.words;

/** People who play, operators who correct, and how what they do is sent and seen. */
package treasurehunt.cli.demo.crowd;

/**
 * {@code ./hunt demo}: a broker, the engine and a crowd of simulated players on one machine, and a
 * report of how it went.
 */
package treasurehunt.cli.demo;

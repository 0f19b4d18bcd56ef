/**
 * Real processes to run and to break: a Kafka broker and Flink jobs, each in a JVM of its own that
 * can be killed like one and never outlives the JVM that started it.
 */
package treasurehunt.testkit;

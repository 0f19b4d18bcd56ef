package treasurehunt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/** What a cluster gets. */
class JobJarIT {
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

    @Test
    void theJarHoldsTheJobAndItsConnectorAndNothingThatTheClusterHas() throws IOException {
        try (JarFile jar =
                new JarFile(
                        PROJECT.resolve("jobs/hunt-engine/target/hunt-engine-0.1.0-job.jar")
                                .toFile())) {
            List<String> classes = jar.stream().map(entry -> entry.getName()).toList();

            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("treasurehunt.engine.HuntEngineJob");
            assertThat(classes)
                    .contains(
                            "treasurehunt/engine/HuntEngineJob.class",
                            "treasurehunt/core/judge/HuntDecider.class",
                            "org/apache/flink/connector/kafka/sink/KafkaSink.class",
                            "org/apache/flink/connector/base/DeliveryGuarantee.class",
                            "org/apache/kafka/clients/producer/KafkaProducer.class")
                    .noneMatch(name -> name.startsWith("scala/"))
                    .noneMatch(name -> name.startsWith("org/apache/flink/streaming/api/"))
                    .noneMatch(name -> name.startsWith("org/apache/flink/state/rocksdb/"))
                    .noneMatch(name -> name.startsWith("org/slf4j/"));
        }
    }

    @Test
    void soDoesTheProjectors() throws IOException {
        try (JarFile jar =
                new JarFile(
                        PROJECT.resolve("jobs/projector/target/hunt-projector-0.1.0-job.jar")
                                .toFile())) {
            List<String> classes = jar.stream().map(entry -> entry.getName()).toList();

            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("treasurehunt.projector.ProjectorJob");
            assertThat(classes)
                    .contains(
                            "treasurehunt/projector/ProjectorJob.class",
                            "org/apache/flink/connector/jdbc/JdbcConnectionOptions.class",
                            "org/postgresql/Driver.class",
                            "org/flywaydb/core/Flyway.class",
                            "sql/V1__tables.sql")
                    .noneMatch(name -> name.startsWith("scala/"))
                    .noneMatch(name -> name.startsWith("org/apache/flink/streaming/api/"))
                    .noneMatch(name -> name.startsWith("treasurehunt/core/"))
                    .noneMatch(name -> name.startsWith("org/slf4j/"));
        }
    }
}

package treasurehunt.projector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;

import treasurehunt.connector.kafka.job.JobOptions;

class ProjectorOptionsTest {
    @Test
    void whatIsMissingIsRefusedByItsKey() {
        Configuration configuration =
                new Configuration().set(JobOptions.BOOTSTRAP_SERVERS, "localhost:9092");

        assertThatThrownBy(() -> ProjectorOptions.from(configuration))
                .hasMessageContaining("hunt.postgres.url is missing");
    }

    @Test
    void thePasswordIsShownToNobody() {
        Configuration configuration =
                new Configuration()
                        .set(JobOptions.BOOTSTRAP_SERVERS, "localhost:9092")
                        .set(ProjectorOptions.URL, "jdbc:postgresql://db/hunts")
                        .set(ProjectorOptions.PASSWORD, "open sesame");

        assertThat(GlobalConfiguration.isSensitive(ProjectorOptions.PASSWORD.key())).isTrue();
        assertThat(ProjectorOptions.from(configuration).toString()).doesNotContain("sesame");
    }
}

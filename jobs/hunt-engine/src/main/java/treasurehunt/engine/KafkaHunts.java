package treasurehunt.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import treasurehunt.connector.kafka.hunts.HuntTopicReader;
import treasurehunt.core.hunt.HuntVersions;
import treasurehunt.core.hunt.PlayableHunt;
import treasurehunt.schemas.hunt.Hunt;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The hunts of a Kafka topic: all that are there at the start, and new ones as they come. */
record KafkaHunts(String bootstrapServers, String topic) implements HuntSupplier {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(KafkaHunts.class);

    @Override
    public OpenCatalogue open(HuntMetrics metrics, Consumer<Throwable> onFailure) {
        Following hunts = new Following(metrics, onFailure);
        HuntTopicReader reader = new HuntTopicReader(bootstrapServers, topic, hunts);
        hunts.reader = reader;
        try {
            reader.readToEnd();
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
        LOG.info("{} hunts are in the catalogue", hunts.byId.size());
        reader.followOn();
        return hunts;
    }

    private static final class Following implements OpenCatalogue, HuntTopicReader.HuntListener {
        private final Map<String, HuntVersions> byId = new ConcurrentHashMap<>();
        private final HuntMetrics metrics;
        private final Consumer<Throwable> onFailure;
        private HuntTopicReader reader;

        Following(HuntMetrics metrics, Consumer<Throwable> onFailure) {
            this.metrics = metrics;
            this.onFailure = onFailure;
        }

        @Override
        public HuntVersions find(String hunt) {
            return byId.getOrDefault(hunt, HuntVersions.NONE);
        }

        @Override
        public void hunt(Hunt hunt, long offset) {
            HuntVersions versions = HuntVersions.NONE.with(new PlayableHunt(hunt));
            // A second version must take effect at one moment for everybody, in every replay: until
            // the engine waits for that, the first one stays.
            if (byId.putIfAbsent(hunt.id(), versions) != null) {
                refused(offset, "hunt " + hunt.id() + " is there already");
            }
        }

        @Override
        public void refused(long offset, String why) {
            metrics.huntRefused();
            LOG.error(
                    "The record at offset {} of the hunts topic counts for nobody: {}",
                    offset,
                    why);
        }

        @Override
        public void failed(Throwable error) {
            onFailure.accept(error);
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}

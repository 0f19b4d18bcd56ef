package treasurehunt.testkit;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Flink job that deals the numbers from 0 on to keys, which count theirs in keyed state, and says
 * {@code counted <number> on <subtask> of <parallelism>} for each. At the end of event time it says
 * {@code time ended}. It fails if a key's state does not fit the number, and while a file is there.
 */
final class CountingJob {
    static final ConfigOption<String> FAIL_WHILE_THERE =
            ConfigOptions.key("counting.fail-while-there").stringType().noDefaultValue();

    private static final int KEYS = 8;
    private static final int PER_SECOND = 200;

    private CountingJob() {}

    public static void main(String[] args) throws Exception {
        Configuration settings = settings(args);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.fromSource(
                        new DataGeneratorSource<>(
                                number -> number,
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(PER_SECOND),
                                Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .setParallelism(1)
                .keyBy(number -> number % KEYS)
                .process(new Count(settings.get(FAIL_WHILE_THERE)))
                .uid("count")
                .print();
        env.execute();
    }

    private static Configuration settings(String[] args) {
        Configuration settings = new Configuration();
        for (String arg : args) {
            String[] setting = arg.substring("-D".length()).split("=", 2);
            settings.setString(setting[0], setting[1]);
        }
        return settings;
    }

    private static final class Count extends KeyedProcessFunction<Long, Long, String> {
        private final String failWhileThere;
        private transient ValueState<Long> counted;

        private Count(String failWhileThere) {
            this.failWhileThere = failWhileThere;
        }

        @Override
        public void open(OpenContext context) {
            counted =
                    getRuntimeContext().getState(new ValueStateDescriptor<>("counted", Long.class));
        }

        @Override
        public void processElement(Long number, Context context, Collector<String> out)
                throws Exception {
            if (Files.exists(Path.of(failWhileThere))) {
                throw new IllegalStateException("asked to fail at " + number);
            }
            long before = counted.value() == null ? 0 : counted.value();
            if (before != number / KEYS) {
                throw new IllegalStateException(number + " came to a count of " + before);
            }
            counted.update(before + 1);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
            var task = getRuntimeContext().getTaskInfo();
            out.collect(
                    "counted %d on %d of %d"
                            .formatted(
                                    number,
                                    task.getIndexOfThisSubtask(),
                                    task.getNumberOfParallelSubtasks()));
        }

        @Override
        public void onTimer(long time, OnTimerContext context, Collector<String> out) {
            out.collect("time ended");
        }
    }
}

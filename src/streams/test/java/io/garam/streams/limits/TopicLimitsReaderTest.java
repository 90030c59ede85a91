package io.garam.streams.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.Brokers;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResourceResult;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResult;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.DescribeConfigsRequest;
import org.apache.kafka.common.requests.DescribeConfigsResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TopicLimitsReaderTest {

  @AutoClose private final FakeBroker broker = new FakeBroker();

  private Map<String, TopicLimits> read(String... topics) {
    return new TopicLimitsReader(broker.brokers()).read(List.of(topics));
  }

  @Test
  void eachTopicHasItsOwnLimits() {
    broker.topics.add("a");
    broker.topics.add("b");
    broker.topics.set(
        "a",
        Map.of(
            "max.message.bytes", "1000",
            "segment.bytes", "2000",
            "message.timestamp.before.max.ms", "30",
            "message.timestamp.after.max.ms", "40"));
    broker.topics.set("b", Map.of("cleanup.policy", "compact"));
    Map<String, TopicLimits> limits = read("a", "b");
    assertThat(limits.get("a"))
        .isEqualTo(new TopicLimits("a", 1_000, 2_000, null, false, 30, 40, LearnedLimits.NONE));
    assertThat(limits.get("b").needsKey()).isTrue();
    assertThat(limits.get("b").maxBytes()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aTopicWithoutSettingsIsAsOneOfWhichNothingIsKnown() {
    broker.topics.add("a");
    assertThat(read("a")).isEqualTo(Map.of("a", TopicLimits.unknown("a")));
  }

  @Test
  void aTopicThatIsNotThereIsLeftOut() {
    broker.topics.add("a");
    assertThat(read("a", "gone")).containsOnlyKeys("a");
    assertThat(read("gone")).isEmpty();
  }

  @Test
  void aTopicThatMayNotBeDescribedIsLeftOutAndTheOthersAreThere() {
    broker.answer(
        ApiKeys.DESCRIBE_CONFIGS,
        request ->
            new DescribeConfigsResponse(
                new DescribeConfigsResponseData()
                    .setResults(
                        ((DescribeConfigsRequest) request)
                            .data().resources().stream()
                                .map(resource -> described(resource.resourceName()))
                                .toList())));
    assertThat(read("open", "secret"))
        .containsOnlyKeys("open")
        .extractingByKey("open")
        .extracting(TopicLimits::maxBytes)
        .isEqualTo(77);
  }

  private static DescribeConfigsResult described(String topic) {
    return new DescribeConfigsResult()
        .setResourceType((byte) 2)
        .setResourceName(topic)
        .setErrorCode(
            (topic.equals("secret") ? Errors.TOPIC_AUTHORIZATION_FAILED : Errors.NONE).code())
        .setConfigs(
            List.of(
                new DescribeConfigsResourceResult()
                    .setName("max.message.bytes")
                    .setConfigSource((byte) 1)
                    .setValue("77")));
  }

  @Test
  void whereNobodyMayBeAskedNothingIsKnownAndNothingFails() {
    broker.topics.add("a");
    broker.refuse(ApiKeys.DESCRIBE_CONFIGS, Errors.CLUSTER_AUTHORIZATION_FAILED);
    assertThat(read("a")).isEmpty();
    Brokers unusable =
        new Brokers(Map.of("application.id", "test", "bootstrap.servers", "no-port"), 1_000);
    assertThat(new TopicLimitsReader(unusable).read(List.of("a"))).isEmpty();
  }
}

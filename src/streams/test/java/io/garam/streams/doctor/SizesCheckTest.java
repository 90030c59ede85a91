package io.garam.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.config.GaramConfig;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SizesCheckTest {

  @AutoClose private final FakeBroker broker = new FakeBroker();
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void limitsThatFit() {
    for (String topic : new String[] {"utterances", "intents", "utterances-dead-letters"}) {
      broker.topics.add(topic);
      limit(topic, 100_000, 1 << 30);
    }
    settings.put("bootstrap.servers", broker.address());
    settings.put("garam.model", "none");
    settings.put("garam.max.event.bytes", "100000");
    settings.put("producer.max.request.size", "200000");
  }

  private void limit(String topic, int message, int segment) {
    broker.topics.set(
        topic, Map.of("max.message.bytes", "" + message, "segment.bytes", "" + segment));
  }

  private Finding run() {
    return new SizesCheck(GaramConfig.of(settings), broker.brokers()).run();
  }

  @Test
  void limitsThatAreEqualFit() {
    assertThat(run())
        .isEqualTo(
            Finding.ok("events of up to 100,000 bytes are read, and requests of 200,000 written"));
  }

  @Test
  void whatABatchHasBesideItsRecordIsNotHeldAgainstTheInput() {
    limit("utterances", 101_024, 1 << 30);
    assertThat(run().status()).isEqualTo(Finding.Status.OK);
    limit("utterances", 101_025, 1 << 30);
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "utterances takes records of 101,025 bytes, but garam.max.event.bytes reads no more"
                    + " than 100,000: larger events become dead letters; raise it, or lower"
                    + " max.message.bytes."));
  }

  @Test
  void aTopicThatTakesAByteLessThanAnEventIsNamed() {
    limit("intents", 99_999, 1 << 30);
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "Events of up to 100,000 bytes are read (garam.max.event.bytes), but"
                    + " max.message.bytes of intents allows only 99,999: raise it, or lower the"
                    + " other."));
  }

  @Test
  void aSegmentThatIsSmallerThanItsMessagesIsNamed() {
    limit("utterances-dead-letters", 300_000, 300_000);
    assertThat(run().status()).isEqualTo(Finding.Status.OK);
    limit("utterances-dead-letters", 300_000, 299_999);
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "A segment of utterances-dead-letters takes 299,999 bytes by its segment.bytes, less"
                    + " than its max.message.bytes of 300,000 allow; raise segment.bytes."));
  }

  @Test
  void theSegmentsOfTheInputAreNotTheTaggersToFill() {
    limit("utterances", 100_000, 50_000);
    assertThat(run().status()).isEqualTo(Finding.Status.OK);
  }

  @Test
  void theProducersBufferLimitsARequestToo() {
    settings.put("producer.buffer.memory", "90000");
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "Events of up to 100,000 bytes are read (garam.max.event.bytes), but the producer's"
                    + " max.request.size allows only 90,000: raise it, or lower the other."));
  }

  @Test
  void aProducerMustTakeTheSmallestDeadLetter() {
    settings.put("garam.max.event.bytes", "1000");
    settings.put("producer.max.request.size", "16384");
    assertThat(run().status()).isNotEqualTo(Finding.Status.FAULT);
    settings.put("producer.max.request.size", "16383");
    assertThat(run())
        .isEqualTo(
            Finding.fault(
                "Expected the producer to take 16,384 bytes, which the smallest dead letter may"
                    + " have, but its max.request.size and buffer.memory allow 16,383; raise"
                    + " them."));
  }

  @Test
  void whereBrokersTellNoLimitThereIsNoneToFind() {
    for (String topic : new String[] {"utterances", "intents", "utterances-dead-letters"}) {
      broker.topics.set(topic, Map.of());
    }
    assertThat(run().status()).isEqualTo(Finding.Status.OK);
  }

  @Test
  void withoutTheRightToDescribeItIsSaidWhatThatCosts() {
    broker.refuse(ApiKeys.DESCRIBE_CONFIGS, Errors.TOPIC_AUTHORIZATION_FAILED);
    Finding finding = run();
    assertThat(finding.status()).isEqualTo(Finding.Status.WARNING);
    assertThat(finding.message())
        .startsWith(
            "Expected to be allowed to use the configuration of the topic utterances on "
                + broker.address())
        .endsWith(
            " Without it the tagger learns what topics take from what they refuse, and the first"
                + " of a kind costs a transaction.");
  }
}

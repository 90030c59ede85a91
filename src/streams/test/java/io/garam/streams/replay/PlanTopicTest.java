package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import java.util.List;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The plan as the only record of its topic. */
class PlanTopicTest {

  @AutoClose private final FakeBroker fake = new FakeBroker();
  @AutoClose private final ReplayBroker broker = new ReplayBroker(fake.brokers());

  private static ReplayPlan plan(String from) {
    return new ReplayPlan("t", List.of(), from, null, List.of(), null, false, 0, null);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    fake.topics.add("plan");
    PlanTopic topic = broker.plan("plan");
    assertThat(topic.read()).as("a topic without a record").isEmpty();
    topic.write(plan("1h"));
    assertThat(topic.read()).contains(plan("1h"));
    topic.write(plan("2h"));
    assertThat(topic.read()).as("the last counts").contains(plan("2h"));
    assertThat(broker.plan("no-plan").read()).isEmpty();
    assertThat(fake.topics.names()).as("to ask does not make it").containsExactly("plan");
  }

  @Test
  void aRecordWithoutAValueIsNoPlan() {
    fake.topics.add("plan").append(new SimpleRecord(0, null, (byte[]) null));
    assertThat(broker.plan("plan").read()).isEmpty();
  }

  @Test
  void aRecordThatIsNoPlanIsASentence() {
    fake.topics.add("plan").append("7", 0);
    assertThatThrownBy(() -> broker.plan("plan").read())
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected the plan of a replay in the topic plan, but it cannot");
  }

  @Test
  void aPlanThatIsRefusedIsASentence() {
    fake.topics.add("plan");
    fake.producers.judge((topic, record) -> Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> broker.plan("plan").write(plan(null)))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the topic plan on ");
  }
}

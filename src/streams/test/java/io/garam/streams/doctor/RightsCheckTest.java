package io.garam.streams.doctor;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.doctor.RightsCheck.Kind;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RightsCheckTest {

  @AutoClose private final FakeBroker broker = new FakeBroker();

  private RightsCheck check(Kind kind, String resource, AclOperation... needed) {
    return new RightsCheck(
        broker.brokers(), kind, resource, List.of(needed), List.of(DESCRIBE_CONFIGS));
  }

  @Test
  void itIsNamedByWhatTheRightsAreTo() {
    assertThat(check(Kind.TOPIC, "t").name()).isEqualTo("rights to the topic t");
    assertThat(check(Kind.GROUP, "g").name()).isEqualTo("rights to the group g");
    assertThat(check(Kind.GROUP, "g").needs()).containsExactly("brokers");
  }

  @Test
  void allRightsAreOkAndMoreThanThemToo() {
    broker.topics.add("t");
    broker.topics.grant("t", READ, WRITE, DESCRIBE_CONFIGS, ALTER);
    assertThat(check(Kind.TOPIC, "t", READ, WRITE).run()).isEqualTo(Finding.ok("READ, WRITE"));
  }

  @Test
  void aUsefulRightThatIsMissingIsAWarning() {
    broker.topics.add("t");
    broker.topics.grant("t", WRITE);
    assertThat(check(Kind.TOPIC, "t", WRITE).run())
        .isEqualTo(
            Finding.warning(
                "WRITE, but not DESCRIBE_CONFIGS: without it the tagger learns what the topic takes"
                    + " from what it refuses; grant it."));
  }

  @Test
  void theFirstNeededRightThatIsMissingIsAFault() {
    broker.topics.add("t");
    broker.topics.grant("t", DESCRIBE, READ);
    RightsCheck check = check(Kind.TOPIC, "t", READ, WRITE, ALTER);
    assertThatThrownBy(check::run)
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the right WRITE to the topic t on %s, but the user in the client settings has"
                + " only [READ, DESCRIBE]; grant it and start again.",
            broker.address());
  }

  @Test
  void whatBrokersDoNotTellIsSkipped() {
    broker.topics.add("t");
    broker.groups.add("g", 1);
    assertThat(check(Kind.TOPIC, "t", READ).run())
        .isEqualTo(
            Finding.skipped("there is no such topic, or the brokers do not tell the rights"));
    assertThat(check(Kind.GROUP, "g", READ).run())
        .isEqualTo(Finding.skipped("the brokers do not tell them"));
  }

  @Test
  void aTopicThatIsNotThereIsSkippedAndAGroupIsOk() {
    assertThat(check(Kind.TOPIC, "t", READ).run().status()).isEqualTo(Finding.Status.SKIPPED);
    assertThat(check(Kind.GROUP, "g", READ).run())
        .isEqualTo(Finding.ok("may be described; it begins with the first start"));
  }

  @Test
  void aTopicThatMayNotBeSeenIsRefusedInASentence() {
    broker.topics.refuse("t", Errors.TOPIC_AUTHORIZATION_FAILED);
    RightsCheck check = check(Kind.TOPIC, "t", READ);
    assertThatThrownBy(check::run)
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the topic t on ");
  }
}

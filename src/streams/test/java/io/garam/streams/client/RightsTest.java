package io.garam.streams.client;

import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static final Rights RIGHTS =
      new Rights(
          new Brokers(Map.of("application.id", "test", "bootstrap.servers", "a:1,b:2"), 1_000));

  @Test
  void whatIsMissingKeepsTheOrderInWhichItIsNeeded() {
    assertThat(Rights.missing(List.of(WRITE, READ, ALTER), Set.of(READ)))
        .containsExactly(WRITE, ALTER);
    assertThat(Rights.missing(List.of(READ), Set.of(READ, DELETE))).isEmpty();
    assertThat(Rights.missing(List.of(), Set.of(READ))).isEmpty();
  }

  @Test
  void nothingIsMissingWhereBrokersDoNotSay() {
    assertThat(Rights.missing(List.of(READ), null)).isEmpty();
    assertThat(Rights.missing(List.of(READ), Set.of())).isEmpty();
    assertThatCode(() -> RIGHTS.require(List.of(READ), null, "topic", "t"))
        .doesNotThrowAnyException();
    assertThatCode(() -> RIGHTS.require(List.of(READ), Set.of(), "topic", "t"))
        .doesNotThrowAnyException();
  }

  @Test
  void theFirstMissingOneIsNamedAndTheOthersAreSorted() {
    assertThatThrownBy(
            () ->
                RIGHTS.require(
                    List.of(READ, ALTER, WRITE), Set.of(DELETE, READ), "transactional id", "x"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the right ALTER to the transactional id x on a:1,b:2, but the user in the"
                + " client settings has only [READ, DELETE]; grant it and start again.");
  }
}

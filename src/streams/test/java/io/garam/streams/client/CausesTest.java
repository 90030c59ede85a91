package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class CausesTest {

  private final StreamsException inner = new StreamsException("inner");
  private final StreamsException outer =
      new StreamsException("outer", new IllegalStateException(inner));

  @Test
  void allAreThereFromTheFailureInwards() {
    assertThat(new Causes(outer).all()).containsExactly(outer, outer.getCause(), inner);
  }

  @Test
  void theFirstOfATypeIsFound() {
    assertThat(new Causes(outer).find(StreamsException.class)).containsSame(outer);
    assertThat(new Causes(outer.getCause()).find(StreamsException.class)).containsSame(inner);
    assertThat(new Causes(outer).find(AuthorizationException.class)).isEmpty();
    assertThat(new Causes(outer).have(IllegalStateException.class)).isTrue();
    assertThat(new Causes(inner).have(IllegalStateException.class)).isFalse();
  }

  @Test
  void theRootIsBehindAllOthers() {
    assertThat(new Causes(outer).root()).isSameAs(inner);
    assertThat(new Causes(inner).root()).isSameAs(inner);
  }
}

package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryContentTest {

  private static final String DIGEST = "0123456789abcdef";
  private static final PushedBundle BUNDLE =
      new PushedBundle("shop", "1", DIGEST, "now", "me", 7, List.of());

  private final RegistryContent content = new RegistryContent();

  private void say(String key, byte[] value) {
    content.apply(
        new ConsumerRecord<>("models", 0, 0, key == null ? null : key.getBytes(UTF_8), value));
  }

  @Test
  void theLastWordOfEachKeyCounts() {
    say(RegistryContent.key(BUNDLE), RegistryContent.bytes(BUNDLE));
    Activation first = new Activation("shop", DIGEST, "then", "me", List.of());
    Activation second = first.next("fedcba9876543210", "now", "you");
    say("active/shop", RegistryContent.bytes(first));
    say("active/shop", RegistryContent.bytes(second));
    assertThat(content.bundle("shop", DIGEST)).contains(BUNDLE);
    assertThat(content.activation("shop")).contains(second);
    assertThat(second.earlier()).containsExactly(new Activation.Earlier(DIGEST, "then", "me"));
    say(RegistryContent.key(BUNDLE), null);
    assertThat(content.bundles()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"name\":\"shop\"}",
        "{\"name\":1,\"digest\":{}}",
        "\u0000",
        "{\"name\":\"other\",\"digest\":\"0123456789abcdef\",\"at\":\"\",\"by\":\"\",\"earlier\":[]}",
        "{\"name\":\"shop\",\"digest\":\"../evil\",\"at\":\"\",\"by\":\"\",\"earlier\":[]}",
        "{\"name\":\"shop\",\"digest\":null,\"at\":\"\",\"by\":\"\",\"earlier\":[]}"
      })
  void whatCannotBeReadIsAsIfItWereNotThere(String value) {
    say("active/shop", value.getBytes(UTF_8));
    say("bundle/shop@" + DIGEST, value.getBytes(UTF_8));
    say("else", value.getBytes(UTF_8));
    say(null, value.getBytes(UTF_8));
    assertThat(content.activations()).isEmpty();
    assertThat(content.bundles()).isEmpty();
  }

  @Test
  void chunksStayWhileAnotherBundleHasThem() {
    PushedBundle one = withChunks("shop", "a", "b");
    PushedBundle other = withChunks("market", "b", "c");
    say(RegistryContent.key(one), RegistryContent.bytes(one));
    assertThat(content.chunksOfAlone(one)).containsExactly("a", "b");
    say(RegistryContent.key(other), RegistryContent.bytes(other));
    assertThat(content.chunksOfAlone(one)).containsExactly("a");
  }

  private static PushedBundle withChunks(String name, String... chunks) {
    return new PushedBundle(
        name, "1", DIGEST, "now", "me", 7, List.of(new PushedFile("f", 1, List.of(chunks))));
  }

  @Test
  void anActivationOnceMoreIsNoHistory() {
    Activation first = new Activation("shop", DIGEST, "then", "me", List.of());
    assertThat(first.next(DIGEST, "now", "you"))
        .isEqualTo(new Activation("shop", DIGEST, "now", "you", List.of()));
  }
}

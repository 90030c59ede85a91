package io.garam.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChatLogTest {

  private static Set<String> dialogues(List<ChatMessage> log) {
    return log.stream().map(ChatMessage::key).collect(Collectors.toSet());
  }

  /** Openings were tagged as closings from the second pass on, since the dialogues went on. */
  @Test
  void eachPassHasDialoguesOfItsOwn() {
    List<ChatMessage> log = ChatLog.read();
    Set<String> seen = new HashSet<>();
    for (int pass = 1; pass <= 12; pass++) {
      List<ChatMessage> again = ChatLog.again(log, pass);
      assertThat(again).hasSameSizeAs(log);
      assertThat(dialogues(again)).hasSameSizeAs(dialogues(log));
      assertThat(again)
          .allSatisfy(
              message ->
                  assertThat(message.value()).contains("\"dialogueId\":\"" + message.key() + "\""));
      assertThat(seen.addAll(dialogues(again))).isTrue();
      assertThat(seen).hasSize(pass * dialogues(log).size());
    }
    assertThat(ChatLog.again(log, 2).get(0).key()).isEqualTo(log.get(0).key() + "-2");
  }
}

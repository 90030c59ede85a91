package io.garam.app.demo;

import com.fasterxml.jackson.databind.MappingIterator;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The sample chat log: Korean dialogues with a schedule assistant and with hotels, written for this
 * project, in the order of their times.
 */
final class ChatLog {

  /** What streams bring too: an event cut short, and one that is not about an utterance. */
  private static final List<ChatMessage> BROKEN =
      List.of(
          new ChatMessage("d-003", "{\"dialogueId\":\"d-003\",\"text\":\"그럼 화요일은 괜찮"),
          new ChatMessage("d-005", "{\"dialogueId\":\"d-005\",\"typing\":true}"));

  /** So that each comes while its dialogue is under way. */
  private static final int BROKEN_EVERY = 60;

  private ChatLog() {}

  /** Returns the log, with a broken event now and then. */
  static List<ChatMessage> read() {
    try (InputStream log =
            Objects.requireNonNull(
                ChatLog.class.getResourceAsStream("chat-log.jsonl"), "part of the build");
        MappingIterator<ChatEvent> events =
            Json.MAPPER.readerFor(ChatEvent.class).readValues(log)) {
      List<ChatMessage> messages = new ArrayList<>();
      int broken = 0;
      while (events.hasNext()) {
        ChatEvent event = events.next();
        messages.add(new ChatMessage(event.dialogueId(), Json.MAPPER.writeValueAsString(event)));
        if (messages.size() % BROKEN_EVERY == 0 && broken < BROKEN.size()) {
          messages.add(BROKEN.get(broken++));
        }
      }
      return messages;
    } catch (IOException e) {
      throw new IllegalStateException("the sample chat log is part of the build", e);
    }
  }

  /**
   * Returns the log as it is played again, in dialogues of their own, such as {@code d-028-2}:
   * under their old names they would go on where they were.
   *
   * @param pass which time it is, 1 for the first
   */
  static List<ChatMessage> again(List<ChatMessage> log, int pass) {
    return pass == 1
        ? log
        : log.stream().map(message -> message.in(message.key() + "-" + pass)).toList();
  }

  /** Returns how many of the messages cannot be tagged. */
  static int broken() {
    return BROKEN.size();
  }

  private record ChatEvent(
      String dialogueId, String utteranceId, String speaker, String text, String time) {}
}

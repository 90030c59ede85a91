package io.garam.app.demo;

/**
 * Message of the chat log, a record to send.
 *
 * @param key the dialogue's id
 * @param value an utterance event, JSON
 */
record ChatMessage(String key, String value) {

  /** Returns the same message in another dialogue. */
  ChatMessage in(String dialogue) {
    return new ChatMessage(dialogue, value.replace("\"" + key + "\"", "\"" + dialogue + "\""));
  }
}

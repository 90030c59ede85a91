package io.garam.app.demo;

/**
 * Message of the chat log, a record to send.
 *
 * @param key the dialogue's id
 * @param value an utterance event, JSON
 */
record ChatMessage(String key, String value) {}

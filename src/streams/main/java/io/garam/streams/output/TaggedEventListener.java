package io.garam.streams.output;

/**
 * Listener to what a tagger writes, in its process. It is called by the threads that tag, for each
 * event as it is written and before it is committed: after a failure some events are tagged again,
 * and come again. What it takes, the stream has to wait for; what it throws is logged and changes
 * nothing else.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TaggedEventListener {

  /** Listens to nothing. */
  TaggedEventListener NONE = record -> {};

  /** Takes an event that has an intent, as the output topic carries it. */
  void tagged(TaggedRecord record);
}

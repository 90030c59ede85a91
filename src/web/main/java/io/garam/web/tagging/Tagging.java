package io.garam.web.tagging;

import java.util.List;

/** Tagging of events as the output topic would carry them. */
@FunctionalInterface
public interface Tagging {

  /**
   * Tags events.
   *
   * @param events of one dialogue, in order, where the model follows dialogues
   * @return one output for each, in the order given
   * @throws io.garam.streams.event.UntaggableEventException if one would be a dead letter
   */
  List<byte[]> tag(List<byte[]> events);
}

package io.garam.streams.batching;

import io.garam.nlu.text.Printable;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.event.Event;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.log.LogNames;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reader of events' texts: runs the model over all of them, or one by one where that fails. */
record TextReader(IntentModel model) {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  /**
   * Reads texts, none of them blank.
   *
   * @return what became of each event, in the order given
   * @throws IllegalStateException if the model fails on everything
   */
  List<Prepared> read(List<Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    try {
      float[][] rows = model.read(events.stream().map(Event::text).toList());
      List<Prepared> read = new ArrayList<>(events.size());
      for (int i = 0; i < events.size(); i++) {
        read.add(new Read(events.get(i), model, rows[i], null));
      }
      return read;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      log.warn(
          "The model failed on a batch of {} ({}), which is now tagged one by one.",
          events.size(),
          Printable.sentence(e.toString()));
      return events.stream().map(this::readAlone).toList();
    }
  }

  private Prepared readAlone(Event event) {
    try {
      return new GuardedModel(model).read(event);
    } catch (UntaggableEventException e) {
      return new Rejected(e);
    }
  }
}

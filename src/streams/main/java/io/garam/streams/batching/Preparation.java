package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.streams.batching.Prepared.Rejected;
import io.garam.streams.batching.Prepared.Tagged;
import io.garam.streams.batching.Prepared.Tombstone;
import io.garam.streams.event.Event;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.statistics.TaggingStatistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From values to what the topology needs of them. The outcome for a value depends on that value
 * alone and not on its batch, so a record that is read again after a crash, in other company, comes
 * out the same. Safe for many threads.
 */
public final class Preparation {

  private static final Logger log = LoggerFactory.getLogger(Preparation.class);

  /** Something any working model can classify, in whatever language it was trained. */
  private static final String PROBE = "0";

  private final EventReader reader;
  private final IntentModel model;
  private final TaggingStatistics statistics;

  public Preparation(EventReader reader, IntentModel model, TaggingStatistics statistics) {
    this.reader = reader;
    this.model = model;
    this.statistics = statistics;
  }

  /**
   * Prepares all that one poll returned, with one run of the model.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  List<Prepared> prepareBatch(List<byte @Nullable []> values) {
    statistics.batch(values.size());
    return prepare(values);
  }

  /**
   * Prepares a value that came without a batch.
   *
   * @throws IllegalStateException if the model fails on everything
   */
  Prepared prepareAlone(byte @Nullable [] value) {
    statistics.taggedAlone();
    return prepare(Collections.singletonList(value)).get(0);
  }

  private List<Prepared> prepare(List<byte @Nullable []> values) {
    List<@Nullable Prepared> prepared = new ArrayList<>(values.size());
    List<Event> events = new ArrayList<>(values.size());
    for (byte[] value : values) {
      try {
        if (value == null) {
          prepared.add(new Tombstone());
        } else {
          events.add(readUtterance(value));
          prepared.add(null);
        }
      } catch (UntaggableEventException e) {
        prepared.add(new Rejected(e));
      }
    }
    List<Prepared> classified = classify(events);
    List<Prepared> complete = new ArrayList<>(values.size());
    int next = 0;
    for (Prepared known : prepared) {
      complete.add(known == null ? classified.get(next++) : known);
    }
    return complete;
  }

  private Event readUtterance(byte[] value) {
    Event event = reader.read(value);
    if (isBlank(event.text())) {
      throw new UntaggableEventException(
          "Expected a text to tag, but it is empty or only white space.");
    }
    return event;
  }

  /** A letter or digit is a token in any language; encoding a text only to count is dear. */
  private boolean isBlank(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit) && model.isBlank(text);
  }

  private List<Prepared> classify(List<Event> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    try {
      List<Intent> intents = model.classify(events.stream().map(Event::text).toList());
      List<Prepared> tagged = new ArrayList<>(events.size());
      for (int i = 0; i < events.size(); i++) {
        tagged.add(new Tagged(events.get(i), intents.get(i)));
      }
      return tagged;
    } catch (RuntimeException | StackOverflowError e) {
      log.warn(
          "The model failed on a batch of {} ({}), which is now tagged one by one.",
          events.size(),
          e.toString());
      return events.stream().map(this::classifyAlone).toList();
    }
  }

  private Prepared classifyAlone(Event event) {
    try {
      return new Tagged(event, model.classify(List.of(event.text())).get(0));
    } catch (RuntimeException | StackOverflowError e) {
      proveTheModelWorks(e);
      return new Rejected(
          new UntaggableEventException("The model failed on the text of this event: " + e + "."));
    }
  }

  /** A model that fails on everything must stop the stream, not empty it into dead letters. */
  private void proveTheModelWorks(Throwable failure) {
    try {
      model.classify(List.of(PROBE));
    } catch (RuntimeException e) {
      throw new IllegalStateException("The model fails on every text: " + failure, failure);
    }
  }
}

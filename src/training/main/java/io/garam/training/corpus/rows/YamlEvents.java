package io.garam.training.corpus.rows;

import java.util.Iterator;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * YAML, event by event. Aliases are refused, since a few lines of them can stand for gigabytes.
 *
 * @param events of the file
 * @param reader whose errors name the line
 */
record YamlEvents(Iterator<Event> events, RowReader reader) {

  boolean hasNext() {
    return events.hasNext();
  }

  Event next() {
    Event event = events.next();
    if (event instanceof AliasEvent) {
      throw reader.error(
          line(event), "YAML without aliases", "one", "write in full what it stands for");
    }
    return event;
  }

  /** Passes over a value of any depth. */
  void skip(Event value) {
    Event event = value;
    long depth = 0;
    while (true) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth == 0) {
        return;
      }
      event = next();
    }
  }

  /** Returns a value that has to be a text. */
  String text(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    throw reader.error(line(event), "a text", "a list or a mapping", "mend the entry");
  }

  /** Returns where an event begins. */
  static long line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1L;
  }
}

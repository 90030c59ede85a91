package io.garam.streams;

import io.garam.streams.output.TaggedEventListener;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Those who watch a tagger at work.
 *
 * @param registry has the metrics
 * @param listener hears of each event that is written with an intent
 */
record Observers(MeterRegistry registry, TaggedEventListener listener) {

  static Observers of(MeterRegistry registry) {
    return new Observers(registry, TaggedEventListener.NONE);
  }
}

package io.garam.app.deadletters;

import io.garam.app.output.Progress;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.Letter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reader of dead letters: goes through those that flags ask for, and shows its progress.
 *
 * @param options which letters
 */
record LetterReader(DeadLetterTopic letters, DeadLetterOptions options) {

  /**
   * Reads the letters, the oldest of each partition first.
   *
   * @return how many there are
   */
  long read(Consumer<Letter> action) {
    try (TopicReader reader = new TopicReader(letters.brokers())) {
      List<OffsetRange> whole = letters.all(reader);
      List<OffsetRange> ranges = options.listing.all ? whole : letters.waiting(whole, false);
      long[] count = new long[1];
      long size = ranges.stream().mapToLong(OffsetRange::size).sum();
      try (Progress progress = Progress.of("Reading", size)) {
        reader.read(
            ranges,
            record -> {
              progress.advance(1);
              Letter letter = new Letter(record);
              if (options.reasons.include(letter)) {
                action.accept(letter);
                count[0]++;
              }
            });
      }
      return count[0];
    }
  }
}

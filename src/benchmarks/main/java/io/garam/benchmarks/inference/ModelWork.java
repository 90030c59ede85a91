package io.garam.benchmarks.inference;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.inference.IntentClassifier;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * What is timed with a model.
 *
 * @param texts that there are at least 4,000 of
 */
record ModelWork(IntentClassifier classifier, UtteranceEncoder encoder, List<String> texts) {

  /** Texts of a call, the same in batches of any size. */
  private static final int SINGLE = 2_000;

  private static final int BATCH_OF_LENGTHS = 32;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One that stays, as threads of a tagger do: a new one has caches of memory yet to fill. */
  private static final ExecutorService SECOND_THREAD =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "second");
            thread.setDaemon(true);
            return thread;
          });

  /** Returns all of it. */
  List<TimedWork> all() {
    List<TimedWork> all = new ArrayList<>();
    for (int batch : new int[] {1, 4, 32, 2_000}) {
      int count = Math.max(batch, SINGLE);
      String name = batch == 1 ? "classified one by one" : "classified in batches of " + batch;
      all.add(new TimedWork(name, count, () -> classify(0, count, batch)));
    }
    all.add(new TimedWork("classified one by one, two threads", 2 * SINGLE, this::twoThreads));
    all.add(new TimedWork("tokenized and encoded alone", texts.size(), this::encode));
    all.add(new TimedWork("JSON read and written alone", texts.size(), this::json));
    for (int tokens = 1; tokens <= 512; tokens *= 2) {
      List<String> batch = ofLength(tokens);
      all.add(
          new TimedWork(
              "of " + tokens + " tokens, batches of " + BATCH_OF_LENGTHS,
              BATCH_OF_LENGTHS,
              () -> classify(batch)));
    }
    return all;
  }

  private long classify(List<String> batch) {
    var unused = classifier.classify(batch);
    return 0;
  }

  private long classify(int from, int count, int batch) {
    for (int at = from; at < from + count; at += batch) {
      var unused = classify(texts.subList(at, Math.min(from + count, at + batch)));
    }
    return 0;
  }

  private long twoThreads() throws Exception {
    Future<Long> other =
        SECOND_THREAD.submit(
            () -> {
              ThreadMXBean threads = ManagementFactory.getThreadMXBean();
              long before = threads.getCurrentThreadCpuTime();
              return classify(SINGLE, SINGLE, 1) + threads.getCurrentThreadCpuTime() - before;
            });
    return classify(0, SINGLE, 1) + other.get();
  }

  private long encode() {
    for (String text : texts) {
      var unused = encoder.encode(text);
    }
    return 0;
  }

  private long json() throws Exception {
    for (String text : texts) {
      byte[] event = JSON.writeValueAsBytes(JSON.createObjectNode().put("text", text));
      var unused = JSON.readTree(event);
    }
    return 0;
  }

  /** Returns texts of so many words, which are those of the texts in their order. */
  private List<String> ofLength(int tokens) {
    List<String> words =
        texts.stream().flatMap(text -> List.of(text.split("\\s+", -1)).stream()).toList();
    return IntStream.range(0, BATCH_OF_LENGTHS)
        .mapToObj(
            text ->
                String.join(
                    " ",
                    IntStream.range(0, tokens)
                        .mapToObj(word -> words.get((text * tokens + word) % words.size()))
                        .toList()))
        .toList();
  }
}

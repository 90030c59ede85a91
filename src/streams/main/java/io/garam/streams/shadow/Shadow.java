package io.garam.streams.shadow;

import io.garam.nlu.Intent;
import io.garam.nlu.text.Printable;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.log.LogNames;
import io.garam.streams.shadow.OfferedEvent.DialogueEnd;
import io.garam.streams.shadow.ShadowReader.Judged;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shadow of the model that answers: another model that reads the same events in a thread of its
 * own, and how often the two agree. It can fall behind or fail, and then compares less; nobody ever
 * waits for it. Safe for many threads.
 *
 * <p>A shadow that follows dialogues compares an utterance only where it has seen its dialogue from
 * the first utterance on. It follows no more than the 10,000 dialogues in which something was said
 * last.
 */
public final class Shadow implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MODELS);
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_BATCH = Duration.ofSeconds(5);

  private final String digest;
  private final Predicate<Intent> which;
  private final BiConsumer<AnsweredEvent, Intent> answers;
  private final boolean followsDialogues;
  private final ShadowReader reader;
  private final Thread thread = new Thread(this::run, "garam-shadow");
  private final OfferQueue queue = new OfferQueue();
  private final DialogueGaps gaps = new DialogueGaps();
  private final AgreementCounter counter = new AgreementCounter();
  private volatile boolean isBehind;
  private volatile boolean ending;
  private volatile boolean left;
  private boolean saidBehind;
  private boolean saidFailed;

  private Shadow(
      IntentModel model,
      String digest,
      Predicate<Intent> which,
      BiConsumer<AnsweredEvent, Intent> answers) {
    this.digest = digest;
    this.which = which;
    this.answers = answers;
    this.followsDialogues = model.dialogue() != null;
    this.reader = new ShadowReader(model);
    thread.setDaemon(true);
  }

  /**
   * Starts to read.
   *
   * @param model which stays its owner's to free, after the shadow is closed
   * @param digest of the model
   * @param which answers it is compared with
   */
  public static Shadow start(IntentModel model, String digest, Predicate<Intent> which) {
    return start(model, digest, which, (event, intent) -> {});
  }

  /**
   * Starts to read, and lets somebody have its answers.
   *
   * @param answers called in the shadow's thread with each event and the shadow's intent
   */
  static Shadow start(
      IntentModel model,
      String digest,
      Predicate<Intent> which,
      BiConsumer<AnsweredEvent, Intent> answers) {
    Shadow shadow = new Shadow(model, digest, which, answers);
    shadow.thread.start();
    return shadow;
  }

  /** Returns the digest of its model. */
  public String digest() {
    return digest;
  }

  /** Returns what was counted until now. */
  public Agreement agreement() {
    return counter.agreement();
  }

  /** Returns how many events wait for it. */
  public int waiting() {
    return queue.size();
  }

  /** Offers an event, in the order of its dialogue. Never waits. */
  void offer(AnsweredEvent event) {
    if (!which.test(event.intent())) {
      return;
    }
    if (!followsDialogues) {
      if (!queue.offer(event)) {
        skip();
      }
      return;
    }
    if (event.beginsDialogue()) {
      gaps.remove(event.dialogue());
    }
    if (gaps.contains(event.dialogue())) {
      counter.skipped();
    } else if (!queue.offer(event)) {
      gaps.add(event.dialogue());
      skip();
    } else {
      return;
    }
    if (event.event().ends() && event.dialogue() != null) {
      end(event.dialogue());
    }
  }

  /** Hears that a dialogue is over without an utterance. Never waits. */
  void end(Bytes dialogue) {
    if (!followsDialogues) {
      return;
    }
    if (queue.offer(new DialogueEnd(dialogue))) {
      gaps.remove(dialogue);
    } else {
      gaps.add(dialogue);
    }
  }

  private void skip() {
    counter.skipped();
    isBehind = true;
  }

  private void run() {
    try {
      while (!left && !(ending && queue.size() == 0)) {
        List<OfferedEvent> batch = queue.take();
        try {
          compare(batch);
        } catch (RuntimeException | Error e) {
          counter.failed(batch.size());
          sayFailed(batch.size(), e);
        }
        if (isBehind && !saidBehind) {
          saidBehind = true;
          log.warn(
              "The shadow {} is behind, and does not compare what it has no room for: {} wait. The"
                  + " stream goes on; garam.shadow.skipped.events counts them.",
              digest,
              queue.size());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void compare(List<OfferedEvent> batch) {
    List<Judged> judged = reader.judged(batch);
    long events = batch.stream().filter(AnsweredEvent.class::isInstance).count();
    for (long i = judged.size(); i < events; i++) {
      counter.skipped();
    }
    if (judged.isEmpty()) {
      return;
    }
    List<Intent> intents = reader.read(judged);
    for (int i = 0; i < intents.size(); i++) {
      AnsweredEvent event = judged.get(i).event();
      String label = event.intent().label();
      counter.compared(label, label.equals(intents.get(i).label()));
      answers.accept(event, intents.get(i));
    }
  }

  private void sayFailed(int events, Throwable failure) {
    if (!saidFailed) {
      saidFailed = true;
      log.warn(
          "The shadow {} failed on {} events ({}), which are not compared. The stream goes on;"
              + " further failures have no line here, and garam.shadow.failed.events counts them.",
          digest,
          events,
          Printable.clause(failure.toString()));
    }
  }

  /** Reads what waits, for a second at most, and ends. */
  @Override
  public void close() {
    ending = true;
    try {
      thread.join(LONGEST_REST.toMillis());
      left = true;
      thread.join(LONGEST_BATCH.toMillis());
    } catch (InterruptedException e) {
      left = true;
      Thread.currentThread().interrupt();
    }
  }

  /** Says, once it is closed, whether its thread has ended, so that its model can be freed. */
  public boolean hasEnded() {
    return !thread.isAlive();
  }
}

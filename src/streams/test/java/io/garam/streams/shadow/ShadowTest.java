package io.garam.streams.shadow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Intent.Place;
import io.garam.streams.batching.IntentModel;
import io.garam.streams.batching.KeywordModel;
import io.garam.streams.batching.StoryModel;
import io.garam.streams.event.Event;
import io.garam.streams.event.IntentPlace;
import io.garam.streams.event.IntentSlot;
import io.garam.streams.memory.DialogueModel;
import io.garam.streams.shadow.Agreement.OfLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ShadowTest {

  private static final ModelReference FIRST = new ModelReference("first", "1", "a");
  private static final ModelReference OTHER = new ModelReference("other", "1", "b");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch opened = new CountDownLatch(1);
  private Shadow shadow;

  private void start(IntentModel model) {
    shadow =
        Shadow.start(
            model,
            "0",
            intent -> intent.model().equals(FIRST),
            (event, intent) -> answers.add(intent.label()));
  }

  @AfterEach
  void close() {
    if (shadow == null) {
      return;
    }
    opened.countDown();
    shadow.close();
    assertThat(shadow.hasEnded()).isTrue();
  }

  private static AnsweredEvent event(
      String dialogue, String text, String id, boolean ends, Intent intent) {
    byte[] value = text.getBytes(UTF_8);
    return new AnsweredEvent(
        dialogue == null ? null : Bytes.wrap(dialogue.getBytes(UTF_8)),
        new Event(value, slot(), text, null, null, id, ends),
        intent,
        null,
        0);
  }

  private static IntentPlace slot() {
    return new IntentSlot(0, 0, new byte[0], new byte[0], false);
  }

  private static Intent intent(String label, Place place) {
    return new Intent(label, 1, List.of(), FIRST, place);
  }

  /** An utterance that a model judged alone. */
  private void say(String dialogue, String text) {
    shadow.offer(event(dialogue, text, null, false, intent(text, null)));
  }

  /** An utterance that a model judged in its dialogue. */
  private void say(String dialogue, String text, int utterance) {
    shadow.offer(
        event(dialogue, text, null, false, intent("first", new Place(utterance, null, null))));
  }

  private Agreement settled(long events) {
    long start = System.nanoTime();
    Agreement now = shadow.agreement();
    while (now.compared() + now.skipped() + now.failed() < events) {
      assertThat(System.nanoTime() - start).as("wait for %s", now).isLessThan(PATIENCE.toNanos());
      Thread.onSpinWait();
      now = shadow.agreement();
    }
    assertThat(now.compared() + now.skipped() + now.failed()).isEqualTo(events);
    return now;
  }

  @Test
  void agreementIsCountedByTheLabelOfTheModelThatAnswered() {
    start(new KeywordModel());
    for (String text : List.of("greet", "greet", "order")) {
      shadow.offer(event(null, text, null, false, intent("greet", null)));
    }
    shadow.offer(event(null, "order", null, false, intent("order", null)));

    Agreement agreement = settled(4);
    assertThat(agreement.of("greet")).isEqualTo(new OfLabel(3, 2));
    assertThat(agreement.of("order")).isEqualTo(new OfLabel(1, 1));
    assertThat(agreement.of("nothing")).isEqualTo(new OfLabel(0, 0));
    assertThat(agreement.compared()).isEqualTo(4);
    assertThat(agreement.agreed()).isEqualTo(3);
  }

  @Test
  void onlyTheChosenAnswersAreCompared() {
    start(new KeywordModel());
    shadow.offer(event(null, "a", null, false, new Intent("a", 1, List.of(), OTHER, null)));
    say(null, "b");
    assertThat(settled(1).byLabel()).containsOnlyKeys("b");
  }

  @Test
  @Timeout(10)
  void aFullQueueSkipsAndNeverBlocks() {
    start(new Waiting());
    int offered = 3 * OfferQueue.MOST_EVENTS;
    for (int i = 0; i < offered; i++) {
      say(null, "text");
    }
    assertThat(shadow.waiting()).isLessThanOrEqualTo(OfferQueue.MOST_EVENTS);
    assertThat(shadow.agreement().skipped()).isGreaterThan(OfferQueue.MOST_EVENTS);

    opened.countDown();
    Agreement agreement = settled(offered);
    assertThat(agreement.compared()).isGreaterThanOrEqualTo(OfferQueue.MOST_EVENTS);
    assertThat(agreement.agreed()).isEqualTo(agreement.compared());
  }

  @Test
  void whatWaitsIsBoundedInMemoryToo() {
    OfferQueue queue = new OfferQueue();
    String large = "x".repeat(1 << 20);
    int taken = 0;
    while (queue.offer(event(null, large, null, false, intent("x", null)))) {
      taken++;
    }
    // A byte each in the event's bytes, and two in its text.
    assertThat(taken).isEqualTo((int) (OfferQueue.MOST_BYTES / (3 << 20)));
    assertThat(queue.offer(event(null, "small", null, false, intent("x", null)))).isTrue();
  }

  @Test
  void aShadowThatFailsGoesOn() {
    start(new KeywordModel());
    say(null, "fail");
    assertThat(settled(1).failed()).isEqualTo(1);
    say(null, "overflow");
    assertThat(settled(2).failed()).isEqualTo(2);
    say(null, "greet");
    assertThat(settled(3).compared()).isEqualTo(1);
  }

  @Test
  void dialoguesAreFollowedFromTheirFirstUtteranceOn() {
    start(new StoryModel("0"));
    say("old", "unheard", 5);
    say("new", "one", 1);
    say("new", "two", 2);
    say("old", "unheard", 6);
    say("old", "again", 1);
    say(null, "alone", 1);

    Agreement agreement = settled(6);
    assertThat(answers).containsExactly("one", "one two", "again", "alone");
    assertThat(agreement.skipped()).isEqualTo(2);
  }

  @Test
  void whatTheShadowHasNotSeenOfADialogueEndsItsComparison() {
    start(new StoryModel("0"));
    say("d", "one", 1);
    say("d", "three", 3);
    say("d", "four", 4);
    say("d", "anew", 1);
    settled(4);
    assertThat(answers).containsExactly("one", "anew");
  }

  @Test
  void duplicatesAndUtterancesThatAreReadAgainAreNoSteps() {
    start(new StoryModel("0"));
    say("d", "one", 1);
    say("d", "two", 2);
    shadow.offer(event("d", "two", "2", false, intent("first", new Place(2, true, null))));
    say("d", "two", 2);
    say("d", "three", 3);
    assertThat(settled(5).skipped()).isEqualTo(2);
    assertThat(answers).containsExactly("one", "one two", "one two three");
  }

  @Test
  void withAModelThatJudgesAloneADialogueBeginsWhereItIsNotKnown() {
    start(new StoryModel("0"));
    say("d", "one");
    say("e", "other");
    say("d", "two");
    shadow.offer(event("d", "bye", "3", true, intent("bye", null)));
    shadow.offer(event("d", "hello", "1", false, intent("hello", null)));
    shadow.offer(event("d", "hello", "1", false, intent("hello", null)));
    shadow.end(Bytes.wrap("d".getBytes(UTF_8)));
    say("d", "last");
    assertThat(settled(7).skipped()).as("the duplicate").isEqualTo(1);
    assertThat(answers).containsExactly("one", "other", "one two", "one two bye", "hello", "last");
  }

  @Test
  void aShadowThatJudgesAloneComparesWithAModelThatFollowsDialogues() {
    start(new KeywordModel());
    say("d", "seven", 7);
    say("d", "two", 2);
    shadow.end(Bytes.wrap("d".getBytes(UTF_8)));
    assertThat(settled(2).compared()).isEqualTo(2);
    assertThat(answers).containsExactly("seven", "two");
  }

  @Test
  @Timeout(20)
  void aDialogueOfWhichThereWasNoRoomIsNotComparedUntilItEnds() {
    start(new Waiting(new StoryModel("0")));
    say("d", "one");
    int others = 0;
    while (shadow.agreement().skipped() == 0) {
      say("other" + others++, "text");
    }
    say("d", "two");
    long skipped = shadow.agreement().skipped();
    assertThat(skipped).isEqualTo(2);
    opened.countDown();
    settled(others + 2);

    say("d", "three");
    assertThat(settled(others + 3).skipped()).isEqualTo(3);
    shadow.offer(event("d", "end", null, true, intent("end", null)));
    say("d", "new");
    assertThat(settled(others + 5).skipped()).isEqualTo(4);
    assertThat(answers).contains("one", "new").doesNotContain("one two", "one three", "three");
  }

  @Test
  void aDialogueOnWhichTheShadowFailedIsNotComparedUntilItEnds() {
    start(new StoryModel("0"));
    say("d", "fail");
    settled(1);
    say("d", "two");
    shadow.offer(event("d", "bye", null, true, intent("bye", null)));
    say("d", "new");
    Agreement agreement = settled(4);
    assertThat(agreement.failed()).isEqualTo(1);
    assertThat(agreement.skipped()).isEqualTo(2);
    assertThat(answers).containsExactly("new");
  }

  /** A model that waits until it is let. */
  private final class Waiting implements IntentModel {

    private final IntentModel model;

    Waiting() {
      this(new KeywordModel());
    }

    Waiting(IntentModel model) {
      this.model = model;
    }

    @Override
    public boolean isBlank(String text) {
      return model.isBlank(text);
    }

    @Override
    public float[][] read(List<String> texts) {
      try {
        opened.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return model.read(texts);
    }

    @Override
    public Intent decide(float[] logits) {
      return model.decide(logits);
    }

    @Override
    public DialogueModel dialogue() {
      return model.dialogue();
    }
  }
}

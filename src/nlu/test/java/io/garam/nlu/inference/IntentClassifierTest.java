package io.garam.nlu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.garam.nlu.Intent;
import io.garam.nlu.ShippedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class IntentClassifierTest {

  private static IntentClassifier classifier;

  @BeforeAll
  static void load() {
    classifier = IntentClassifier.load(ShippedModel.FOLDER);
  }

  @AfterAll
  static void close() {
    classifier.close();
  }

  @Test
  void probabilitiesDoNotDependOnBatchMates() {
    List<String> texts = texts(200, new Random(7));
    float[][] together = classifier.probabilities(texts);
    for (int i = 0; i < texts.size(); i++) {
      float[] alone = classifier.probabilities(List.of(texts.get(i)))[0];
      assertThat(together[i]).as(texts.get(i)).containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  void aTextOfEndlessMarksCostsItsNeighboursNothing() {
    String marks = "a" + "\u0301\u0316".repeat(2_000_000);
    List<String> texts = List.of("몇 시에 만날까", marks, "문 좀 닫아줘");
    float[][] together =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> classifier.probabilities(texts));
    for (int i = 0; i < texts.size(); i += 2) {
      float[] alone = classifier.probabilities(List.of(texts.get(i)))[0];
      assertThat(together[i]).containsExactly(alone, within(1e-5f));
    }
  }

  @Test
  void answersComeInTheOrderOfTheTexts() {
    List<String> texts = texts(100, new Random(8));
    List<Intent> together = classifier.classify(texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i).label()).isEqualTo(classifier.classify(texts.get(i)).label());
    }
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    List<String> texts = texts(300, new Random(9));
    float[][] expected = classifier.probabilities(texts);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<float[][]>> answers =
          IntStream.range(0, 32)
              .mapToObj(i -> threads.submit(() -> classifier.probabilities(texts)))
              .toList();
      for (Future<float[][]> answer : answers) {
        for (int i = 0; i < texts.size(); i++) {
          assertThat(answer.get()[i]).containsExactly(expected[i], within(1e-5f));
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void anUnknownWordIsReadByItsSubwords() {
    float[] one = classifier.probabilities(List.of("뷁쉙궰알려줘"))[0];
    float[] other = classifier.probabilities(List.of("뷁쉙궰했니"))[0];
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void noTextsGiveNoIntents() {
    assertThat(classifier.classify(List.of())).isEmpty();
  }

  @Test
  void aBlankTextIsRefused() {
    assertThat(classifier.isBlank(" \t")).isTrue();
    assertThat(classifier.isBlank("네")).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> classifier.classify(" \t"))
        .withMessageStartingWith("Expected a text to classify, but number 1 of 1 is empty");
  }

  @Test
  void aVeryLongTextIsClassified() {
    assertThat(classifier.classify("내일 일정 알려줘 ".repeat(50_000)).confidence()).isPositive();
  }

  @Test
  void closingTwiceIsFineAndUseAfterwardsIsRefused() {
    IntentClassifier other = IntentClassifier.load(ShippedModel.FOLDER);
    other.close();
    other.close();
    assertThatIllegalStateException().isThrownBy(() -> other.classify("네"));
  }

  /** Texts of 1 to 30 words, known and unknown ones mixed. */
  private static List<String> texts(int count, Random random) {
    String[] words = {"내일", "일정", "알려줘", "뭐", "했니", "?", "가자", "qwerty", "서울", "까지"};
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(
          String.join(
              " ",
              random
                  .ints(1 + random.nextInt(30), 0, words.length * 2)
                  .mapToObj(w -> w < words.length ? words[w] : words[w - words.length] + w)
                  .toList()));
    }
    return texts;
  }
}

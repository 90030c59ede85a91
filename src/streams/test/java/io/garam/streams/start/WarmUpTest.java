package io.garam.streams.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.streams.batching.KeywordModel;
import io.garam.streams.batching.StoryModel;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WarmUpTest {

  private static final List<String> TEXTS = List.of("hello", "안녕하세요", "a longer text than these");

  private static TaggerSettings settings(String format) {
    return new TaggerSettings(
        GaramConfig.of(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                GaramConfig.MODEL,
                "m",
                GaramConfig.TEXT_POINTER,
                "/message/body",
                GaramConfig.INPUT_FORMAT,
                format)));
  }

  private static void awaitEnd(CountDownLatch ended) throws InterruptedException {
    assertThat(ended.await(30, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text"})
  void textsAreReadInBatchesOfGrowingSizesUntilItIsOfNoUse(String format) throws Exception {
    KeywordModel model = new KeywordModel();
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    try (WarmUp warmUp =
        WarmUp.start(
            model,
            settings(format),
            () -> TEXTS,
            () -> {
              boolean goesOn = asked.incrementAndGet() <= 9;
              if (!goesOn) {
                ended.countDown();
              }
              return goesOn;
            })) {
      assertThat(warmUp).isNotNull();
      awaitEnd(ended);
    }
    assertThat(model.batches()).containsExactly(1, 2, 4, 8, 16, 32, 64, 1, 2);
  }

  @Test
  void theDialogueStepIsTakenToo() throws Exception {
    StoryModel model = new StoryModel("1");
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(1);
    try (WarmUp warmUp =
        WarmUp.start(
            model,
            settings("json"),
            () -> TEXTS,
            () -> {
              boolean goesOn = asked.incrementAndGet() <= 4;
              if (!goesOn) {
                ended.countDown();
              }
              return goesOn;
            })) {
      assertThat(warmUp).isNotNull();
      awaitEnd(ended);
    }
    assertThat(model.runs()).containsExactly(1, 2, 4, 8);
  }

  @Test
  void itEndsWhenItsTimeIsOver() throws Exception {
    long start = System.nanoTime();
    Thread thread;
    try (WarmUp warmUp =
        WarmUp.start(new KeywordModel(), settings("json"), () -> TEXTS, () -> true)) {
      thread = theThread();
      thread.join(Duration.ofSeconds(30).toMillis());
      assertThat(thread.isAlive()).isFalse();
      assertThat(warmUp).isNotNull();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start).toMillis())
        .isBetween(WarmUp.LONGEST.toMillis(), 30_000L);
  }

  private static Thread theThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("garam-warm-up"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void closingEndsItAtOnceAndNothingRunsAfterwards() {
    KeywordModel model = new KeywordModel();
    WarmUp.start(model, settings("json"), () -> TEXTS, () -> true).close();
    int batches = model.batches().size();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("garam-warm-up");
    assertThat(model.batches()).hasSize(batches);
  }

  @Test
  void neitherAModelThatFailsNorMissingTextsDoHarm() {
    List<Throwable> harm = new CopyOnWriteArrayList<>();
    UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> harm.add(e));
    try {
      AtomicInteger asked = new AtomicInteger();
      WarmUp failing =
          WarmUp.start(
              new KeywordModel(),
              settings("json"),
              () -> List.of("fail"),
              () -> asked.incrementAndGet() < 3);
      WarmUp without =
          WarmUp.start(
              new KeywordModel(),
              settings("json"),
              () -> {
                asked.incrementAndGet();
                throw new IllegalStateException("no texts");
              },
              () -> true);
      while (asked.get() < 2) {
        Thread.onSpinWait();
      }
      failing.close();
      without.close();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(harm).isEmpty();
  }

  @Test
  void longerTextsAreMadeOfGoldenUtterances() {
    GoldenUtterances golden =
        new GoldenUtterances(
            IntStream.range(0, 9)
                .mapToObj(i -> new GoldenUtterance("t" + i, null, null, Map.of("a", 1f)))
                .toList());
    assertThat(WarmUpTexts.of(golden))
        .startsWith("t0", "t1")
        .contains("t8", "t0 t1", "t6 t7", "t4 t5 t6 t7", "t0 t1 t2 t3 t4 t5 t6 t7")
        .hasSize(9 + 4 + 2 + 1);
  }
}

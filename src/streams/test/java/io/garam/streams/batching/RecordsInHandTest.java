package io.garam.streams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RecordsInHandTest {

  private static final int PATIENCE_SECONDS = 30;

  private final RecordsInHand inHand = new RecordsInHand();

  @Test
  void nothingInHandIsFinishedAtOnce() throws Exception {
    CompletableFuture.runAsync(this::finish).get(1, TimeUnit.SECONDS);
  }

  @Test
  void finishingWaitsForTheLastRecordOfEachThread() throws Exception {
    CountDownLatch polled = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> streamThread =
        CompletableFuture.runAsync(
            () -> {
              assertThat(inHand.polled(2)).isTrue();
              inHand.processed();
              polled.countDown();
              await(go);
              inHand.processed();
            });
    await(polled);
    CompletableFuture<Void> finishing = CompletableFuture.runAsync(this::finish);
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(finishing).isNotDone();
    go.countDown();
    finishing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    streamThread.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void aPollThatComesTooLateWaitsAndIsNotKept() throws Exception {
    finish();
    CompletableFuture<Boolean> late = CompletableFuture.supplyAsync(() -> inHand.polled(5));
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(late).isNotDone();
    inHand.release();
    assertThat(late.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void recordsThatWereLostInARebalanceAreForgottenAtTheNextPoll() throws Exception {
    inHand.polled(100);
    inHand.polled(1);
    inHand.processed();
    CompletableFuture.runAsync(this::finish).get(1, TimeUnit.SECONDS);
  }

  @Test
  void whatAThreadThatFailedHadInHandIsNotWaitedFor() throws Exception {
    Thread failed = new Thread(() -> inHand.polled(5));
    failed.start();
    failed.join();
    CompletableFuture.runAsync(this::finish).get(1, TimeUnit.SECONDS);
    assertThat(inHand.inFlight()).isEmpty();
  }

  private void finish() {
    try {
      inHand.finish(Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.garam.streams.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class InFlightRecordsTest {

  private static final int PATIENCE_SECONDS = 30;

  private final InFlightRecords inFlightRecords = new InFlightRecords();

  private static List<ConsumerRecord<byte[], byte[]>> records(int count) {
    return Collections.nCopies(count, new ConsumerRecord<>("u", 0, 0, null, new byte[0]));
  }

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
              assertThat(inFlightRecords.polled(records(2))).isTrue();
              inFlightRecords.processed();
              polled.countDown();
              await(go);
              inFlightRecords.processed();
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
    CompletableFuture<Boolean> late =
        CompletableFuture.supplyAsync(() -> inFlightRecords.polled(records(5)));
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(late).isNotDone();
    inFlightRecords.release();
    assertThat(late.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void recordsThatWereLostInARebalanceAreForgottenAtTheNextPoll() throws Exception {
    inFlightRecords.polled(records(100));
    inFlightRecords.polled(records(1));
    inFlightRecords.processed();
    CompletableFuture.runAsync(this::finish).get(1, TimeUnit.SECONDS);
  }

  @Test
  void whatAThreadThatFailedHadInHandIsNotWaitedFor() throws Exception {
    Thread failed = new Thread(() -> inFlightRecords.polled(records(5)));
    failed.start();
    failed.join();
    CompletableFuture.runAsync(this::finish).get(1, TimeUnit.SECONDS);
    assertThat(inFlightRecords.inFlight()).isEmpty();
  }

  private void finish() {
    try {
      inFlightRecords.finish(Duration.ofMinutes(1));
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

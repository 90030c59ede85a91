package io.garam.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.GaramException;
import io.garam.streams.doctor.Finding.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CheckRunTest {

  private final CheckRun run = new CheckRun();

  private interface Work {
    Finding run() throws InterruptedException;
  }

  private record Made(String name, List<String> needs, Duration timeLimit, Work work)
      implements Check {
    @Override
    public Finding run() throws InterruptedException {
      return work.run();
    }
  }

  private CheckResult run(String name, Work work, String... needs) throws InterruptedException {
    return run.run(new Made(name, List.of(needs), Duration.ofSeconds(20), work));
  }

  @Test
  void aCheckSaysWhatItFound() throws Exception {
    CheckResult result = run("a", () -> Finding.ok("all well"));
    assertThat(result.check()).isEqualTo("a");
    assertThat(result.status()).isEqualTo(Status.OK);
    assertThat(result.message()).isEqualTo("all well");
  }

  @Test
  void whatNeedsAFaultyCheckIsSkippedAndSoIsWhatNeedsThat() throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    run("good", () -> Finding.warning("well enough"));
    run("bad", () -> Finding.fault("Expected better."));
    CheckResult first =
        run(
            "first",
            () -> {
              asked.set(true);
              return Finding.ok("");
            },
            "good",
            "bad");
    CheckResult second = run("second", () -> Finding.ok(""), "first");
    assertThat(first.status()).isEqualTo(Status.SKIPPED);
    assertThat(first.message()).isEqualTo("needs the check \"bad\"");
    assertThat(second.message()).isEqualTo("needs the check \"first\"");
    assertThat(asked).isFalse();
    assertThat(run("third", () -> Finding.ok(""), "good").status()).isEqualTo(Status.OK);
  }

  @Test
  void aSentenceThatIsThrownIsAFault() throws Exception {
    CheckResult result =
        run(
            "a",
            () -> {
              throw new GaramException("Expected a broker, but found none; start one.");
            });
    assertThat(result.status()).isEqualTo(Status.FAULT);
    assertThat(result.message()).isEqualTo("Expected a broker, but found none; start one.");
  }

  @Test
  void anErrorOfANativeLibraryEndsItsCheckAlone() throws Exception {
    CheckResult result =
        run(
            "a",
            () -> {
              throw new UnsatisfiedLinkError("no libonnx");
            });
    assertThat(result.status()).isEqualTo(Status.FAULT);
    assertThat(result.message()).contains("no libonnx");
  }

  @Test
  void noCheckTakesLongerThanItsLimit() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean putAway = new AtomicBoolean();
    Made slow =
        new Made(
            "slow",
            List.of(),
            Duration.ofSeconds(1),
            () -> {
              try {
                never.await();
                return Finding.ok("");
              } finally {
                putAway.set(true);
              }
            });
    long start = System.nanoTime();
    CheckResult result = run.run(slow);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    assertThat(result.status()).isEqualTo(Status.FAULT);
    assertThat(result.message()).startsWith("Expected an answer within 1 s, but none came");
    assertThat(putAway).as("it was told to end").isTrue();
    assertThat(run.hasThreadsLeft()).isFalse();
  }

  @Test
  void whoIsInterruptedEndsTheCheckToo() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean told = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              try {
                run(
                    "a",
                    () -> {
                      begun.countDown();
                      try {
                        new CountDownLatch(1).await();
                        return Finding.ok("");
                      } finally {
                        ended.set(true);
                      }
                    });
              } catch (InterruptedException e) {
                told.set(true);
              }
            });
    thread.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    thread.interrupt();
    thread.join();
    assertThat(told).isTrue();
    assertThat(ended).isTrue();
  }
}

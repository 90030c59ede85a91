package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Run of checks one after another, each within its time limit on a thread of its own. A check whose
 * needs are not met is skipped.
 */
public final class CheckRun {

  /** How long a check whose time is over may take to put away what is its own. */
  private static final Duration PUTTING_AWAY = Duration.ofSeconds(30);

  private final Set<String> usable = new HashSet<>();
  private boolean threadsLeft;

  /**
   * Makes the next check.
   *
   * @throws InterruptedException if the caller is interrupted; the check was then ended, too
   */
  public CheckResult run(Check check) throws InterruptedException {
    Optional<String> missing =
        check.needs().stream().filter(need -> !usable.contains(need)).findFirst();
    if (missing.isPresent()) {
      return new CheckResult(
          check.name(), Finding.Status.SKIPPED, "needs the check \"" + missing.get() + "\"", 0);
    }
    long start = System.nanoTime();
    Finding finding = limited(check);
    threadsLeft |= !check.endedInOrder();
    if (finding.isUsable()) {
      usable.add(check.name());
    }
    return new CheckResult(
        check.name(),
        finding.status(),
        finding.message(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  /** Says whether a check did not end when it was told to. */
  public boolean hasThreadsLeft() {
    return threadsLeft;
  }

  private Finding limited(Check check) throws InterruptedException {
    CompletableFuture<Finding> found = new CompletableFuture<>();
    Thread thread = new Thread(() -> complete(check, found), "doctor-" + check.name());
    thread.setDaemon(true);
    thread.start();
    try {
      return found.get(check.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      end(thread);
      return Finding.fault(
          "Expected an answer within "
              + check.timeLimit().toSeconds()
              + " s, but none came; see whether the brokers and this machine are well.");
    } catch (ExecutionException e) {
      return Finding.fault(sentence(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      end(thread);
      throw e;
    }
  }

  /** What a check throws, an error of a native library among it, is its finding. */
  private static void complete(Check check, CompletableFuture<Finding> found) {
    try {
      found.complete(check.run());
    } catch (Throwable e) {
      found.completeExceptionally(e);
    }
  }

  private static String sentence(Throwable failure) {
    return failure instanceof GaramException
        ? String.valueOf(failure.getMessage())
        : "Expected the check to come to its end, but it failed (" + failure + ").";
  }

  private void end(Thread thread) throws InterruptedException {
    thread.interrupt();
    thread.join(PUTTING_AWAY.toMillis());
    threadsLeft |= thread.isAlive();
  }
}

package io.garam.benchmarks.comparison;

import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.pipeline.BrokerProcess;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.Launcher;
import io.garam.benchmarks.pipeline.PipelineProcess;
import io.garam.benchmarks.pipeline.Progress;
import io.garam.benchmarks.processor.Noise;
import io.garam.benchmarks.processor.ProcessTimes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Round of one pipeline: starts it, waits until all is committed, and checks what came out. */
final class Round {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int PERIOD_MS = 25;

  /** Threads that end take their times along; they are looked at every so many periods. */
  private static final int LOOK = 8;

  private final Launcher launcher;
  private final BrokerProcess broker;
  private final Admin admin;

  Round(Launcher launcher, BrokerProcess broker, Admin admin) {
    this.launcher = launcher;
    this.broker = broker;
    this.admin = admin;
  }

  /**
   * Runs it.
   *
   * @param check takes what comes out; the result counts only if it is content
   * @throws io.garam.nlu.GaramException if the pipeline fails, or what came out is wrong
   */
  RoundResult run(ComparedPipeline pipeline, int round, int attempt, OutputCheck check)
      throws IOException, InterruptedException, ExecutionException {
    String group = "bench-" + UUID.randomUUID();
    String output = group + "-output";
    EventTopic.create(launcher.bootstrapServers(), output);
    try {
      try (PipelineProcess process = launcher.start(pipeline, output, group)) {
        Measured measured =
            measure(process, pipeline, new Progress(admin, group, pipeline.input().name()));
        new CommittedOutput(launcher.bootstrapServers(), output).check(check);
        return measured.result(pipeline, round, attempt);
      }
    } finally {
      deleteTopics(group);
    }
  }

  /**
   * What was seen on the way.
   *
   * @param start the start of the process
   * @param first the first commit
   * @param warm the commit after half of the events
   */
  private record Measured(Mark start, Mark first, Mark warm, Mark end, Noise noise) {

    RoundResult result(ComparedPipeline pipeline, int round, int attempt) {
      Mark warmed = beforeTheEnd(warm);
      return new RoundResult(
          pipeline.name(),
          pipeline.input().texts().source(),
          round,
          attempt,
          pipeline.input().events(),
          end.rateSince(warmed),
          end.rateSince(beforeTheEnd(first)),
          (first.nanos() - start.nanos()) / 1e9,
          end.microsSince(warmed),
          end.microsOfProcess(),
          end.brokerMicrosSince(warmed),
          noise.others(),
          noise.isQuiet());
    }

    /** Few events may all be in one commit, and then count from the start. */
    private Mark beforeTheEnd(Mark mark) {
      return mark.committed() < end.committed() ? mark : start;
    }
  }

  private Measured measure(PipelineProcess process, ComparedPipeline pipeline, Progress progress)
      throws IOException, InterruptedException, ExecutionException {
    ProcessTimes own = new ProcessTimes(process.pids());
    ProcessTimes brokers = new ProcessTimes(broker.pid());
    Noise.Watch noise =
        new Noise.Watch(List.of(own, brokers, new ProcessTimes(ProcessHandle.current().pid())));
    int events = pipeline.input().events();
    Mark start = Mark.now(0, own, brokers);
    Mark first = null;
    Mark warm = null;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long before = 0;
    for (int period = 0; ; period++) {
      long committed = progress.committed();
      if (committed > before) {
        before = committed;
        deadline = System.nanoTime() + PATIENCE.toNanos();
      }
      if (committed > 0 && first == null) {
        first = Mark.now(committed, own, brokers);
      }
      if (committed >= events / 2 && first != null && warm == null) {
        warm = Mark.now(committed, own, brokers);
      }
      if (committed >= events && first != null && warm != null) {
        return new Measured(start, first, warm, Mark.now(committed, own, brokers), noise.now());
      }
      process.requireAlive();
      if (System.nanoTime() > deadline) {
        throw process.failure(committed + " of " + events + " are committed and no more come");
      }
      if (period % LOOK == 0) {
        var unused = own.look();
      }
      TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
    }
  }

  private void deleteTopics(String group) throws InterruptedException, ExecutionException {
    List<String> made =
        admin.listTopics().names().get().stream().filter(name -> name.startsWith(group)).toList();
    admin.deleteTopics(made).all().get();
  }
}

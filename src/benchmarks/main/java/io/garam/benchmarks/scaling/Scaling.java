package io.garam.benchmarks.scaling;

import io.garam.benchmarks.MeasurementCommand;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.GaramException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what a cluster needs for a rate of utterances, and how it comes over a loss. */
@Command(
    name = "scripts/bench scaling",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says what a cluster needs for a rate of utterances, from measured costs.",
      "",
      "The costs come from a run of scripts/bench on your own machines: processor time of tagger"
          + " and broker for each event. With them it works out cores, instances, partitions,"
          + " brokers and traffic, and simulates the loss of an instance: how long events wait, and"
          + " when all is caught up. docs/scaling.md explains it.",
      ""
    })
public final class Scaling implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of(
          "utterances a second",
          "instances",
          "cores",
          "partitions",
          "brokers",
          "MB/s into the brokers",
          "of that, changelog",
          "a lost instance: caught up after, s",
          "longest wait, s");

  @Option(
      names = "--rate",
      split = ",",
      paramLabel = "N",
      description = "Utterances a second, one or several. Default: ${DEFAULT-VALUE}.")
  private List<Double> rates = List.of(10_000.0, 100_000.0, 1_000_000.0);

  @Option(
      names = "--tagger-micros",
      paramLabel = "µs",
      description = "Processor time of a tagger for an event. Default: ${DEFAULT-VALUE}.")
  private double taggerMicros = 25;

  @Option(
      names = "--broker-micros",
      paramLabel = "µs",
      description =
          "Processor time of a broker for an event, each copy. Default: ${DEFAULT-VALUE}.")
  private double brokerMicros = 10;

  @Option(
      names = "--event-bytes",
      paramLabel = "N",
      description = "Bytes of an input event. Default: ${DEFAULT-VALUE}.")
  private double eventBytes = 150;

  @Option(
      names = "--output-bytes",
      paramLabel = "N",
      description = "Bytes of a tagged event. Default: ${DEFAULT-VALUE}.")
  private double outputBytes = 450;

  @Option(
      names = "--state-bytes",
      paramLabel = "N",
      description =
          "Bytes of a changelog record, where the model follows dialogues. Default:"
              + " ${DEFAULT-VALUE}.")
  private double stateBytes;

  @Option(
      names = "--open-dialogues",
      paramLabel = "N",
      description = "Dialogues that are remembered at a time. Default: ${DEFAULT-VALUE}.")
  private double openDialogues;

  @Option(
      names = "--restored-a-second",
      paramLabel = "N",
      description =
          "Dialogues that an instance restores a second from the changelog. Default:"
              + " ${DEFAULT-VALUE}.")
  private double restoredPerSecond = 200_000;

  @Option(
      names = "--notice",
      paramLabel = "SECONDS",
      description =
          "Until the loss of an instance is noticed (session.timeout.ms) and its partitions are"
              + " given to others. Default: ${DEFAULT-VALUE}.")
  private double notice = 45;

  @Option(
      names = "--tagger-cores",
      paramLabel = "N",
      description = "Cores of an instance, a stream thread each. Default: ${DEFAULT-VALUE}.")
  private int taggerCores = 4;

  @Option(
      names = "--broker-cores",
      paramLabel = "N",
      description = "Cores of a broker. Default: ${DEFAULT-VALUE}.")
  private int brokerCores = 8;

  @Option(
      names = "--copies",
      paramLabel = "N",
      description = "Copies of each record, the replication factor. Default: ${DEFAULT-VALUE}.")
  private int copies = 3;

  @Option(
      names = "--load",
      paramLabel = "SHARE",
      description =
          "The share of the machines' capacity that is used, above 0 and up to 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private double load = 0.5;

  public static void main(String[] args) {
    System.exit(MeasurementCommand.execute(new Scaling(), args));
  }

  @Override
  public Integer call() {
    rates.forEach(rate -> require("--rate", rate));
    require("--tagger-micros", taggerMicros);
    require("--broker-micros", brokerMicros);
    require("--tagger-cores", taggerCores);
    require("--broker-cores", brokerCores);
    require("--copies", copies);
    require("--load", load);
    require("--restored-a-second", restoredPerSecond);
    if (load > 1) {
      throw new GaramException(
          "Expected --load to be a share up to 1, but found " + load + "; half is 0.5.");
    }
    Costs costs = new Costs(taggerMicros, brokerMicros, eventBytes, outputBytes, stateBytes);
    Machines machines = new Machines(taggerCores, brokerCores, copies, load);
    List<List<String>> rows = new ArrayList<>();
    for (double rate : rates) {
      Cluster cluster = Cluster.of(rate, costs, machines);
      double stall = notice + openDialogues / cluster.instances() / restoredPerSecond;
      rows.add(row(cluster, LostInstance.simulate(cluster, costs, machines, stall)));
    }
    System.out.println(TerminalTable.markdown(HEADER, 0, rows));
    return 0;
  }

  private static void require(String flag, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new GaramException(
          "Expected " + flag + " to be a number above 0, but found " + value + "; give another.");
    }
  }

  private static List<String> row(Cluster cluster, LostInstance lost) {
    return Stream.of(
            cluster.rate(),
            (double) cluster.instances(),
            (double) cluster.threads(),
            (double) cluster.partitions(),
            (double) cluster.brokers(),
            cluster.inputMegabytes(),
            cluster.changelogMegabytes(),
            lost.seconds(),
            lost.longestWait())
        .map(number -> String.format(Locale.ROOT, "%,.0f", number))
        .toList();
  }
}

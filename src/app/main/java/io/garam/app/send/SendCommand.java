package io.garam.app.send;

import io.garam.app.options.BrokerOptions;
import io.garam.app.options.ResultOptions;
import io.garam.app.output.Notes;
import io.garam.app.output.Terminal;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Utf8Lines;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.Right;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.start.TopicCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code send}: writes lines to the topic that a tagger reads. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends lines to the topic that a tagger reads, of a file or, without one, of standard input:"
          + " each line is a text and becomes an event.",
      "",
      "A line goes as soon as it is there, so that one can type. Blank lines are left out. Lines are"
          + " in UTF-8; at one that is not, that is no event with --events, or that the brokers do"
          + " not take, the command ends with exit code 1 and says which it is and how many events"
          + " were sent.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  echo '내일 일정 알려줘' | garam send --bootstrap-server localhost:9092",
      "  garam send --bootstrap-server localhost:9092 --dialogue d-1 --speaker user",
      "  garam send --bootstrap-server localhost:9092 --events events.jsonl"
    })
public final class SendCommand implements Callable<Integer> {

  @Mixin private BrokerOptions brokers = new BrokerOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Topic that the tagger reads (default: utterances).")
  private @Nullable String topic;

  @Option(names = "--create-topics", description = "Create the topic if it does not exist.")
  private boolean createTopics;

  @Mixin private LineOptions lines = new LineOptions();

  @Mixin private ResultOptions result = new ResultOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "File of lines (default: standard input).")
  private @Nullable Path file;

  @Spec private CommandSpec spec;

  /**
   * Sends them, and prints how many and where they are.
   *
   * @throws GaramException if the topic does not exist, the brokers do not answer or refuse, or a
   *     line cannot be sent
   */
  @Override
  public Integer call() {
    lines.check();
    GaramConfig config = brokers.config(settings());
    EventValues values = lines.values(config);
    Brokers there = new TaggerSettings(config).brokers();
    String to = config.inputTopic();
    try (InputStream input = input();
        Utf8Lines read = new Utf8Lines(input, config.maxRequestSize())) {
      try (Admin admin = there.admin()) {
        new TopicCheck(config, there, List.of(to)).run(admin);
      }
      if (file == null && Terminal.isInput()) {
        Notes.of(spec).say("Each line goes to " + to + " when it ends; end with Ctrl-D.");
      }
      try (Producer<byte @Nullable [], byte[]> producer = EventProducer.connect(there)) {
        LineSender sender =
            new LineSender(
                producer, reason -> there.failure(reason, Right.topic(AclOperation.WRITE, to)));
        sender.send(read, to, lines.key(), values);
        SendSummary summary = sender.summary(to);
        result.print(spec, summary, summary.text());
      }
    } catch (IOException e) {
      throw new GaramException(
          "Expected lines "
              + (file == null ? "on standard input" : "in the file " + file)
              + ", but reading them failed ("
              + FileFault.of(e)
              + "); correct that and send what is missing.",
          e);
    }
    return 0;
  }

  private Map<String, String> settings() {
    Map<String, @Nullable String> own = new HashMap<>();
    own.put(GaramConfig.INPUT_TOPIC, topic);
    own.put(GaramConfig.TEXT_POINTER, lines.textPointer());
    own.put(GaramConfig.CREATE_TOPICS, createTopics ? "true" : null);
    own.values().removeIf(value -> value == null);
    return own;
  }

  private InputStream input() throws IOException {
    return file == null ? System.in : Files.newInputStream(file);
  }
}

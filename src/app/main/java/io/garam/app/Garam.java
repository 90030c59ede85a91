package io.garam.app;

import io.garam.app.config.ConfigCommand;
import io.garam.app.deadletters.DeadLettersCommand;
import io.garam.app.demo.DemoCommand;
import io.garam.app.doctor.DoctorCommand;
import io.garam.app.evaluate.EvaluateCommand;
import io.garam.app.explain.ExplainCommand;
import io.garam.app.health.HealthCommand;
import io.garam.app.log.LogFormat;
import io.garam.app.models.ModelsCommand;
import io.garam.app.options.Numbers;
import io.garam.app.options.OptionsFactory;
import io.garam.app.output.ResultWriter;
import io.garam.app.replay.ReplayCommand;
import io.garam.app.reset.ResetCommand;
import io.garam.app.run.RunCommand;
import io.garam.app.run.TaggerCommand;
import io.garam.app.send.SendCommand;
import io.garam.app.serve.ServeCommand;
import io.garam.app.sign.SignCommand;
import io.garam.app.skip.SkipCommand;
import io.garam.app.tag.TagCommand;
import io.garam.app.train.TrainCommand;
import io.garam.app.usage.WrongUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code garam}. Its subcommands are what Garam can do. */
@Command(
    name = Garam.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Tags streams of utterances with intents.",
      "",
      "A recurrent model is trained from a labelled corpus (train), measured (evaluate), tried on"
          + " texts (tag), asked over HTTP (serve), put on a Kafka topic (run) and compared on its"
          + " history (replay). See it happen first: garam demo",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "garam COMMAND --help explains a command. Exit codes: 0 done, 1 failed, 2 wrong usage, 130"
          + " interrupted, 141 nobody reads the results any more, 143 told to end."
    },
    subcommands = {
      DemoCommand.class,
      TagCommand.class,
      ExplainCommand.class,
      RunCommand.class,
      SendCommand.class,
      ServeCommand.class,
      ModelsCommand.class,
      ReplayCommand.class,
      DeadLettersCommand.class,
      SkipCommand.class,
      ResetCommand.class,
      HealthCommand.class,
      DoctorCommand.class,
      ConfigCommand.class,
      TrainCommand.class,
      SignCommand.class,
      EvaluateCommand.class
    })
public final class Garam {

  static final String NAME = "garam";

  private Garam() {}

  public static void main(String[] args) {
    try {
      Utf8Streams.install();
      endWith(
          ArgumentEncoding.fault(List.of(args), System.getProperty("sun.jnu.encoding", "UTF-8")));
      endWith(LogFormat.fault(System.getenv()));
      CommandLine garam = commandLine(System.getenv(), args).setOut(ResultWriter.standardOutput());
      int code =
          garam.setErr(LogFormat.of(System.getenv()).commandWriter(System.err)).execute(args);
      if (hasThreadsLeft(garam)) {
        Runtime.getRuntime().halt(code == ExitCode.OK ? ExitCode.SOFTWARE : code);
      }
      System.exit(code);
    } catch (OutOfMemoryError e) {
      System.err.println(Failures.outOfMemory(e));
      System.exit(ExitCode.SOFTWARE);
    }
  }

  private static void endWith(@Nullable String fault) {
    if (fault != null) {
      System.err.println(fault);
      System.exit(ExitCode.USAGE);
    }
  }

  /**
   * Returns the command line, ready to execute some arguments: whole, or with the one command that
   * they begin with, since to make all of them takes longer than many a command.
   *
   * @param environment names of variables with their values
   */
  public static CommandLine commandLine(Map<String, String> environment, String... arguments) {
    // It would quote what was given, a secret too.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    OptionsFactory factory = new OptionsFactory(environment);
    CommandLine garam =
        named(arguments)
            .map(
                command ->
                    new CommandLine(CommandSpec.create().name(NAME))
                        .addSubcommand(new CommandLine(command, factory)))
            .orElseGet(() -> new CommandLine(new Garam(), factory));
    garam
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    return Numbers.readBy(garam)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(WrongUsage::explain)
        .setExecutionStrategy(Failures::execute);
  }

  private static Optional<Class<?>> named(String... arguments) {
    return Stream.of(Garam.class.getAnnotation(Command.class).subcommands())
        .filter(
            command ->
                arguments.length > 0
                    && command.getAnnotation(Command.class).name().equals(arguments[0]))
        .findFirst();
  }

  private static boolean hasThreadsLeft(CommandLine garam) {
    return garam.getSubcommands().values().stream()
        .anyMatch(
            command ->
                command.getCommand() instanceof TaggerCommand tagger && tagger.hasThreadsLeft());
  }
}

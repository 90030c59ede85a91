package io.garam.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small corpus of two intents, and the command lines that learn from it in a second. */
final class TrainRun {

  private TrainRun() {}

  /** Writes the corpus, with as many utterances of each label. */
  static Path corpus(Path folder, int ofEach, String... labels) throws IOException {
    List<String> rows = new ArrayList<>(List.of("text\tlabel"));
    for (int i = 0; i < ofEach; i++) {
      for (String label : labels) {
        rows.add(text(label, i) + "\t" + label);
      }
    }
    return Files.write(folder.resolve("requests.tsv"), rows);
  }

  private static String text(String label, int i) {
    return switch (label) {
      case "light" -> "turn the light number " + i + " on please";
      case "weather" -> "will it rain in " + i + " days";
      default -> "my uncle bought " + i + " green bottles";
    };
  }

  /** Returns the arguments of a small training, of words unless other views are asked for. */
  static String[] arguments(Path corpus, Path out, int epochs, String... flags) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--corpus=" + corpus,
                "--out=" + out,
                "--hidden=8",
                "--embedding=8",
                "--buckets=2000",
                "--epochs=" + epochs));
    arguments.addAll(List.of(flags));
    if (arguments.stream().noneMatch(flag -> flag.startsWith("--views="))) {
      arguments.add("--views=words");
    }
    return arguments.toArray(String[]::new);
  }

  /** Trains by the command line. */
  static CommandRun of(Path corpus, Path out, int epochs, String... flags) {
    return CommandRun.of(arguments(corpus, out, epochs, flags));
  }

  /** Returns the report of a training that was asked for JSON. */
  static JsonNode report(CommandRun run) throws IOException {
    return Json.MAPPER.readTree(run.out());
  }

  /** Returns the digest that it reports. */
  static String digest(CommandRun run) throws IOException {
    return report(run).at("/model/digest").textValue();
  }
}

package io.garam.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small models that follow dialogues, trained in a few seconds once in a run of the tests. */
public final class DialogueModels {

  private static final Path CORPUS = Path.of("../../models/korean-dialogue-act/corpus/train.csv");
  private static final Path FOLDER = Path.of("target", "dialogue-models");

  private DialogueModels() {}

  private static final class First {
    static final Path MODEL = train("first", "--epochs=2");
  }

  private static final class Second {
    static final Path MODEL = train("second", "--epochs=1", "--seed=2");
  }

  /** Returns a model. */
  public static Path first() {
    return First.MODEL;
  }

  /** Returns another model, which knows the same labels. */
  public static Path second() {
    return Second.MODEL;
  }

  private static Path train(String name, String... flags) {
    Path model = FOLDER.resolve(name);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--corpus=" + CORPUS,
                "--out=" + model,
                "--force",
                "--context=yes",
                "--views=words",
                "--hidden=16",
                "--embedding=16",
                "--buckets=2000"));
    arguments.addAll(List.of(flags));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return model;
  }
}

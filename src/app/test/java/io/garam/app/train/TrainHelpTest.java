package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainHelpTest {

  private static final List<String> HELP = CommandRun.of("train", "--help").lines();

  @Test
  void everyExampleIsALineThatCanBeCopied() {
    List<String> examples = HELP.subList(HELP.indexOf("Examples:") + 1, HELP.size());

    assertThat(examples).hasSize(5).allMatch(line -> line.startsWith("  garam train --corpus "));
  }

  @Test
  void whatEveryTrainingNeedsComesFirstAndWhatFewNeedLast() {
    assertThat(String.join("\n", HELP))
        .containsSubsequence(
            "\n      --corpus=",
            "\n      --out=",
            "\n      --resume ",
            "\nNetwork, by default such as suits the corpus:\n      --cell=",
            "\nText, by default read as suits the corpus:\n      --views=",
            "\nTraining loop, by default such as suits the corpus:\n      --epochs=",
            "\nRegularization, by default such as suits the corpus:\n      --dropout=",
            "\nOut of scope:\n      --unknown-label=",
            "\n      --threshold=",
            "\nFurther trainings, to know more:\n      --folds=",
            "\n      --learning-curve ",
            "\nFor the model card:\n");
  }
}

package io.garam.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.garam.ArchitectureTest;
import io.garam.app.evaluate.EvaluateCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Garam writes is the same on every machine, whatever digits people use there. */
final class LocaleTest {

  private static final String MODEL = "../../models/korean-intention";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "de-DE"})
  void aReportHasNoDigitsOfTheMachinesOwn(String tag) throws IOException {
    Path corpus = folder.resolve("A.TSV");
    Files.writeString(corpus, "TEXT\tINTENT\n불 좀 꺼 줘\tcommand\n비 와?\tnever learned\n");
    String[] command = {"evaluate", "--model", MODEL, "--corpus", corpus.toString()};
    CommandRun expected = CommandRun.of(command);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      assertThat(CommandRun.of(command)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(expected.exitCode()).isZero();
  }

  @Test
  void theRuleOfTheArchitectureFindsWhatItForbids() {
    assertThat(
            ArchitectureTest.nothingIsWrittenInTheLocaleOfTheMachine
                .evaluate(new ClassFileImporter().importClasses(InTheMachinesLocale.class))
                .getFailureReport()
                .getDetails())
        .hasSize(4);
    assertThat(
            ArchitectureTest.nothingIsWrittenInTheLocaleOfTheMachine
                .evaluate(new ClassFileImporter().importClasses(EvaluateCommand.class))
                .hasViolation())
        .isFalse();
  }

  /** An example of what is forbidden. */
  @SuppressWarnings({"StringCaseLocaleUsage", "unused"})
  static final class InTheMachinesLocale {
    String all() {
      return String.format("%d", 1)
          + "%d".formatted(2)
          + "I".toLowerCase()
          + new DecimalFormat("#").format(3);
    }
  }
}

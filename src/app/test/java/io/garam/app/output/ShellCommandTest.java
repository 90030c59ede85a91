package io.garam.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"--model", "models/a-b.c", "localhost:9092", "a=b,c@d%e+f"})
  void whatAShellTakesAsItIsStays(String argument) {
    assertThat(ShellCommand.quoted(argument)).isEqualTo(argument);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"my model | 'my model'", "$HOME | '$HOME'", "it's | 'it'\\''s'", "내일 | '내일'"})
  void allElseIsQuoted(String argument, String quoted) {
    assertThat(ShellCommand.quoted(argument)).isEqualTo(quoted);
  }
}

package io.garam.training.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.corpus.ColumnMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnSeparatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {"text;label;a,b!;", "text,label;x!,", "\"text\"|\"label\"!|", "id,x;text;label!;"})
  void theSeparatorIsTheOneWithTheColumnsThatAreWanted(String header, char separator) {
    assertThat(ColumnSeparator.guessedFrom(header, ",;\t|", ColumnMapping.DEFAULT))
        .isEqualTo(separator);
  }

  @Test
  void withoutThemItIsTheLikeliestThatIsThere() {
    assertThat(ColumnSeparator.guessedFrom("a;b|c", "\t,;|", ColumnMapping.DEFAULT)).isEqualTo(';');
  }

  @Test
  void aHeaderOfOneColumnHasTheLikeliest() {
    assertThat(ColumnSeparator.guessedFrom("sentence", "\t,;|", ColumnMapping.DEFAULT))
        .isEqualTo('\t');
  }
}

package io.garam.training.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.corpus.ColumnMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderSeparatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {"text;label;a,b!;", "text,label;x!,", "\"text\"|\"label\"!|", "id,x;text;label!;"})
  void theSeparatorIsTheOneWithTheColumnsThatAreWanted(String header, char separator) {
    assertThat(HeaderSeparator.of(header, ",;\t|", ColumnMapping.DEFAULT)).isEqualTo(separator);
  }

  @Test
  void withoutThemItIsTheLikeliestThatIsThere() {
    assertThat(HeaderSeparator.of("a;b|c", "\t,;|", ColumnMapping.DEFAULT)).isEqualTo(';');
  }

  @Test
  void aHeaderOfOneColumnHasTheLikeliest() {
    assertThat(HeaderSeparator.of("sentence", "\t,;|", ColumnMapping.DEFAULT)).isEqualTo('\t');
  }
}

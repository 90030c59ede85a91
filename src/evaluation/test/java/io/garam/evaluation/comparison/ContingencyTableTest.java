package io.garam.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ContingencyTableTest {

  private final ContingencyTable table = new ContingencyTable();

  @Test
  void eachUtteranceIsInOneOfFourFields() {
    add(4, true, true);
    add(3, true, false);
    add(2, false, true);
    add(1, false, false);

    assertThat(table.bothRight()).isEqualTo(4);
    assertThat(table.discordant()).isEqualTo(new McNemar(3, 2));
    assertThat(table.bothWrong()).isEqualTo(1);
  }

  @Test
  void anEmptyTableHasNoDifference() {
    assertThat(table.discordant().p()).isEqualTo(1);
    assertThat(table.bothRight() + table.bothWrong()).isZero();
  }

  private void add(int times, boolean firstRight, boolean secondRight) {
    for (int i = 0; i < times; i++) {
      table.add(firstRight, secondRight);
    }
  }
}

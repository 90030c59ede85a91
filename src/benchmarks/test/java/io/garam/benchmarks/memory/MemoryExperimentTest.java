package io.garam.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.export.Cell;
import io.garam.training.network.Libtorch;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

final class MemoryExperimentTest {

  private static final int SEEDS = 3;
  private static final Pattern COLOUR = Pattern.compile("--series-\\d");

  private static ExperimentResults findings;
  private static final List<CellResult> PROGRESS = new ArrayList<>();

  @BeforeAll
  static void makeFindings() {
    Libtorch.load();
    findings = ExperimentResults.make(List.of(2, 4), SEEDS, PROGRESS::add);
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void aShortDistanceIsLearnedByEveryCell(Cell cell) {
    assertThat(findings.of(cell))
        .hasSize(2)
        .allSatisfy(
            finding -> {
              assertThat(finding.outcomes()).hasSize(SEEDS);
              assertThat(finding.median(ReportedQuantity.ACCURACY)).isGreaterThan(0.95);
            });
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void beforeTrainingTheGradientVanishesWithTheDistance(Cell cell) {
    List<CellResult> ofCell = findings.of(cell);

    assertThat(ofCell.get(1).median(ReportedQuantity.GRADIENT_BEFORE))
        .isPositive()
        .isLessThan(ofCell.get(0).median(ReportedQuantity.GRADIENT_BEFORE));
  }

  @Test
  void theSameSeedsGiveTheSameFindings() {
    assertThat(MemoryTrial.run(Cell.GRU_RESET_BEFORE, 4, 2))
        .isEqualTo(findings.of(Cell.GRU_RESET_BEFORE).get(1).outcomes().get(1))
        .isNotEqualTo(findings.of(Cell.GRU_RESET_BEFORE).get(1).outcomes().get(0));
  }

  @Test
  void everyFindingIsToldAsItIsMade() {
    assertThat(PROGRESS).containsExactlyElementsOf(findings.all());
  }

  @ParameterizedTest
  @EnumSource(ReportedQuantity.class)
  void aTableHasARowForEachCellAndAColumnForEachDistance(ReportedQuantity figure) {
    List<String> lines = ResultsTable.of(findings, figure).lines().toList();

    assertThat(lines.get(0)).matches("\\| *cell *\\| *2 *\\| *4 *\\|");
    assertThat(lines.get(1)).matches("\\|-+\\|-+\\|-+\\|");
    assertThat(lines).hasSize(2 + Cell.values().length);
    for (Cell cell : Cell.values()) {
      String median = figure.format(findings.of(cell).get(1).median(figure));
      assertThat(lines)
          .filteredOn(line -> line.startsWith("| " + cell.name().toLowerCase(Locale.ROOT) + " "))
          .singleElement()
          .asString()
          .contains(" " + median + " ");
    }
  }

  @Test
  void thePageIsFilledIn() throws Exception {
    assertThat(MemoryPage.of(findings))
        .contains("memory.svg", "`lstm` 4", ResultsTable.of(findings, ReportedQuantity.ACCURACY))
        .doesNotContainPattern("\\{[a-z_]+}");
  }

  @Test
  void thePictureHasALineForEachCellInEachChartAndADotForEachNetwork() throws Exception {
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(MemoryPicture.of(findings))));

    int cells = Cell.values().length;
    assertThat(svg.getElementsByTagName("polyline").getLength())
        .as("and one for guessing")
        .isEqualTo(3 * cells + 1);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3 * cells * 2 * SEEDS);
    assertThat(colours(svg, "circle"))
        .as("the dots have the colours of the lines")
        .hasSize(cells)
        .isSubsetOf(colours(svg, "polyline"));
    assertThat(svg.getDocumentElement().getTextContent()).contains("gru_reset_before", "guessing");
  }

  private static Set<String> colours(Document svg, String element) {
    NodeList all = svg.getElementsByTagName(element);
    return IntStream.range(0, all.getLength())
        .mapToObj(i -> ((Element) all.item(i)).getAttribute("style"))
        .flatMap(style -> COLOUR.matcher(style).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}

package io.garam.nlu.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How often a text as people write it and the same text split into morphemes give the same tokens.
 * Figures are in docs/training.md.
 */
final class MorphemeAgreementTest {

  /**
   * Texts as people write them and as a person split them, in the manner of the Sejong corpus:
   * first those of the training tests' samples, then chats and a few others.
   */
  private static final Path BY_HAND = Path.of("test/resources/io/garam/nlu/text/morphemes.tsv");

  private static final Path SAMPLE =
      Path.of("../training/test/resources/io/garam/training/sample/dialogue-acts.tsv");
  private static final Path CHATS =
      Path.of("../app/main/resources/io/garam/app/demo/chat-log.jsonl");

  private static final Tokenizer MORPHEMES = new MorphemeTokenizer(true, 128);

  @Test
  void textSplitByHandHasTheTokensOfTheText() throws IOException {
    Agreement agreement = new Agreement();
    for (String[] row : byHand()) {
      agreement.add(MORPHEMES.tokenize(row[0]), MORPHEMES.tokenize(row[1]));
    }

    assertThat(agreement.tokens()).as("%s", agreement).isGreaterThan(0.97);
    assertThat(agreement.texts()).as("%s", agreement).isGreaterThan(0.865);
  }

  @Test
  void tokensAreMostlyThoseThatAPersonFinds() throws IOException {
    Agreement agreement = new Agreement();
    for (String[] row : byHand()) {
      agreement.add(MORPHEMES.tokenize(row[0]), List.of(row[1].split(" ", -1)));
    }

    assertThat(agreement.tokens()).as("%s", agreement).isGreaterThan(0.885);
  }

  @Test
  void chatsSplitIntoTheirTokensHaveTheseAgain() throws IOException {
    Agreement agreement = new Agreement();
    for (String line : Files.readAllLines(CHATS)) {
      List<String> tokens = MORPHEMES.tokenize(Json.MAPPER.readTree(line).get("text").textValue());
      agreement.add(tokens, MORPHEMES.tokenize(String.join(" ", tokens)));
    }

    assertThat(agreement.tokens()).as("%s", agreement).isGreaterThan(0.985);
    assertThat(agreement.texts()).as("%s", agreement).isGreaterThan(0.96);
  }

  @Test
  void theTrainingTestsSampleIsAmongWhatIsMeasured() throws IOException {
    List<String> split = byHand().stream().map(row -> row[1]).toList();
    List<String> sample =
        Files.readAllLines(SAMPLE).stream()
            .skip(1)
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\t", -1)[1].replaceAll("/[A-Z]+(\\||$)", " ").strip())
            .toList();

    assertThat(sample).hasSizeGreaterThan(20);
    assertThat(split).containsAll(sample);
  }

  private static List<String[]> byHand() throws IOException {
    return Files.readAllLines(BY_HAND).stream().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  /** Counts how much pairs of token lists have in common. */
  private static final class Agreement {

    private int texts;
    private int equalTexts;
    private int tokens;
    private int commonTokens;

    void add(List<String> one, List<String> other) {
      texts++;
      equalTexts += one.equals(other) ? 1 : 0;
      tokens += one.size() + other.size();
      List<String> unmatched = new ArrayList<>(one);
      commonTokens += (int) other.stream().filter(unmatched::remove).count();
    }

    /** Returns the share of the texts whose tokens are the same, all of them and in order. */
    double texts() {
      return (double) equalTexts / texts;
    }

    /** Returns the share of the tokens that both have, as many times (Dice's coefficient). */
    double tokens() {
      return 2.0 * commonTokens / tokens;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "of %d texts %.4f the same, of tokens %.4f", texts, texts(), tokens());
    }
  }
}

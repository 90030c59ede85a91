package io.garam.training.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TaggedUtteranceTest {

  private static final List<String> MORPHEMES =
      List.of("아름", "ㄴ다", "/", "//", "|", "1/2", "/a", "b/", "New York", "?", "😀", "http://a");
  private static final List<String> TAGS =
      List.of("NNP", "EF", "SP", "VV+EP", "sf", "XSN2", "W_URL");

  @Test
  void theTextIsTheMorphemesWithSpaces() {
    TaggedUtterance utterance = TaggedUtterance.parse("아름/NNP|아/JKV|잘/MAG|자/VV|았/EP|니/EF|?/SF");

    assertThat(utterance.text()).isEqualTo("아름 아 잘 자 았 니 ?");
    assertThat(utterance.unread()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsWrittenInTheNotationIsReadBack(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<String> morphemes = someMorphemes(random);
      String notation =
          morphemes.stream()
              .map(morpheme -> morpheme + "/" + TAGS.get(random.nextInt(TAGS.size())))
              .collect(Collectors.joining(random.nextBoolean() ? "|" : " | "));

      assertThat(TaggedUtterance.parse(notation))
          .as(notation)
          .isEqualTo(new TaggedUtterance(morphemes, ""));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aPieceWithoutATagIsWhereReadingStops(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<String> pieces = new ArrayList<>();
      someMorphemes(random).forEach(morpheme -> pieces.add(morpheme + "/NNG"));
      int broken = random.nextInt(pieces.size());
      pieces.set(broken, "안녕");

      assertThat(TaggedUtterance.parse(String.join("|", pieces)).unread())
          .as("%s", pieces)
          .isEqualTo(String.join("|", pieces.subList(broken, pieces.size())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "안녕; 안녕",
        "안녕/; 안녕/",
        "/NNG; /NNG",
        "a/X|/NNG; /NNG",
        "a/X| /NNG|b/X; /NNG|b/X",
        "a/X||b/X; |b/X",
        "a/X|; a/X|",
        "a/X b/Y z; a/X b/Y z",
        "a/.; a/."
      })
  void whatIsNotInTheNotationIsLeftUnread(String notation, String unread) {
    assertThat(TaggedUtterance.parse(notation).unread().strip()).isEqualTo(unread);
  }

  private static List<String> someMorphemes(Random random) {
    return random
        .ints(1 + random.nextInt(8), 0, MORPHEMES.size())
        .mapToObj(MORPHEMES::get)
        .toList();
  }
}

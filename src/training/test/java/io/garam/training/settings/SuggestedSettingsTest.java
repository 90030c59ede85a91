package io.garam.training.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.export.Cell;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SuggestedSettingsTest {

  @Test
  void hangulIsSpelledInSyllablesAndJamo() {
    TrainingSettings settings = SuggestedSettings.of(corpus(50, 2, "오늘 KTX 시간"));

    assertThat(settings.text().words().subwords().characters()).isEqualTo(new Lengths(1, 4));
    assertThat(settings.text().words().subwords().jamo()).isEqualTo(new Lengths(2, 5));
  }

  @ParameterizedTest
  @CsvSource({"오늘 KTX 시간, BOTH", "今天天气怎么样 ok, BOTH", "きょうの天気, BOTH", "what about 한글, WORDS"})
  void charactersOfALargeCorpusAreReadWhereTheySayMuch(String text, Views views) {
    assertThat(SuggestedSettings.of(corpus(30_000, 2, text)))
        .isEqualTo(SuggestedSettings.of(corpus(30_000, 2, text), Speed.BALANCED, views, false));
    assertThat(
            SuggestedSettings.of(corpus(50, 2, text), Speed.BALANCED, Views.BOTH, false)
                .text()
                .characters())
        .isNotNull();
    assertThat(
            SuggestedSettings.of(corpus(50, 2, text), Speed.BALANCED, Views.WORDS, false)
                .text()
                .characters())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "오늘 KTX 시간, BALANCED, false, 2",
    "今天天气怎么样 ok, FAST, false, 2",
    "오늘 KTX 시간, ACCURATE, false, 1",
    "오늘 KTX 시간, BALANCED, true, 2",
    "오늘 KTX 시간, ACCURATE, true, 1",
    "what about it, BALANCED, false, 1"
  })
  void twoSyllablesAreAStepWhereTheMostAccurateIsNotAskedFor(
      String text, Speed speed, boolean context, int stride) {
    assertThat(
            SuggestedSettings.of(corpus(50, 2, text), speed, Views.BOTH, context)
                .text()
                .characters()
                .stride())
        .isEqualTo(stride);
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheViewsThatAreAskedForHaveSettings(Views views) {
    TrainingSettings settings =
        SuggestedSettings.of(corpus(50, 2, "오늘"), Speed.BALANCED, views, false);

    assertThat(settings.text().views()).isEqualTo(views);
    assertThat(settings.text().words() == null).isEqualTo(views == Views.CHARACTERS);
    assertThat(settings.text().characters() == null).isEqualTo(views == Views.WORDS);
    assertThat(settings.byFlag().containsKey("tokenizer")).isEqualTo(views != Views.CHARACTERS);
    assertThat(settings.byFlag().containsKey("character-buckets")).isEqualTo(views != Views.WORDS);
  }

  @Test
  void lettersOfASmallCorpusAreReadToo() {
    assertThat(SuggestedSettings.of(corpus(29_999, 2, "what about it")).text().views())
        .isEqualTo(Views.BOTH);
    assertThat(SuggestedSettings.of(corpus(30_000, 2, "what about it")).text().views())
        .isEqualTo(Views.WORDS);
  }

  @Test
  void whatIsOutOfScopeIsKnownByItsUsualLabel() {
    Corpus corpus =
        new Corpus(
            "scope.tsv",
            null,
            List.of(
                new LabelledUtterance("turn it on", "light", null, null),
                new LabelledUtterance("who am i", "oos", null, null)));

    assertThat(SuggestedSettings.of(corpus).outOfScope().unknownLabel()).isEqualTo("oos");
    assertThat(SuggestedSettings.of(corpus(50, 2, "a")).outOfScope().unknownLabel()).isNull();
  }

  @Test
  void twoViewsOfALargeCorpusNeedFewerEpochs() {
    Corpus large = corpus(49_620, 2, "오늘");

    assertThat(
            SuggestedSettings.of(large, Speed.BALANCED, Views.BOTH, false).optimization().epochs())
        .isEqualTo(6);
    assertThat(
            SuggestedSettings.of(large, Speed.BALANCED, Views.WORDS, false).optimization().epochs())
        .isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"今天天气怎么样 ok, 1", "きょうの天気, 1", "what about 한글, 2", "12:30?, 2"})
  void otherScriptsAreSpelledInCharacters(String text, int shortest) {
    TrainingSettings settings = SuggestedSettings.of(corpus(50, 2, text));

    assertThat(settings.text().words().subwords().characters()).isEqualTo(new Lengths(shortest, 4));
    assertThat(settings.text().words().subwords().jamo()).isEqualTo(Lengths.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "30, ACCURATE, BOTH, 64, 64",
    "31, ACCURATE, BOTH, 128, 64",
    "30, BALANCED, BOTH, 32, 64",
    "31, BALANCED, BOTH, 96, 64",
    "30, BALANCED, WORDS, 64, 64",
    "31, BALANCED, WORDS, 128, 64",
    "30, FAST, BOTH, 32, 32",
    "31, FAST, WORDS, 64, 32"
  })
  void manyLabelsWantAWiderNetworkAndSpeedANarrowerOne(
      int labels, Speed speed, Views views, int hidden, int characterHidden) {
    NetworkSettings network =
        SuggestedSettings.of(corpus(400, labels, "a"), speed, views, false).network();

    assertThat(network.hidden()).isEqualTo(hidden);
    assertThat(network.characterHidden()).isEqualTo(characterHidden);
  }

  @Test
  void alongDialoguesThereIsNoCascadeToMakeWordsNarrow() {
    assertThat(
            SuggestedSettings.of(corpus(50, 2, "a"), Speed.BALANCED, Views.BOTH, true)
                .network()
                .hidden())
        .isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "오늘, BALANCED, 50, 1, 32",
    "오늘, FAST, 50, 1, 32",
    "오늘, ACCURATE, 50, 2, 64",
    "오늘, BALANCED, 30000, 2, 128",
    "what about it, BALANCED, 50, 2, 64"
  })
  void smallCorporaOfDialoguesInSyllablesAreReadForwardOnly(
      String text, Speed speed, int size, int directions, int dialogueHidden) {
    TrainingSettings settings =
        SuggestedSettings.of(corpus(size, 2, text), speed, Views.BOTH, true);

    assertThat(settings.network().directions()).isEqualTo(directions);
    assertThat(settings.dialogue().hidden()).isEqualTo(dialogueHidden);
  }

  @ParameterizedTest
  @CsvSource({"240, 8, 30", "4478, 32, 23", "15100, 64, 14", "49620, 128, 8", "190000, 128, 5"})
  void theCourseHasAboutTheSameNumberOfSteps(int size, int batch, int epochs) {
    TrainingSettings settings = SuggestedSettings.of(corpus(size, 2, "a"));

    assertThat(settings.optimization().batch()).isEqualTo(batch);
    assertThat(settings.optimization().epochs()).isEqualTo(epochs);
  }

  @ParameterizedTest
  @CsvSource({"300, 16, 30, 64", "7698, 32, 13, 64", "75000, 320, 8, 128", "192390, 320, 5, 128"})
  void alongDialoguesBatchesAreLargerAndALargeCorpusIsReadLessOften(
      int size, int batch, int epochs, int hidden) {
    TrainingSettings settings =
        SuggestedSettings.of(corpus(size, 2, "okay"), Speed.BALANCED, Views.WORDS, true);

    assertThat(settings.optimization().batch()).isEqualTo(batch);
    assertThat(settings.optimization().epochs()).isEqualTo(epochs);
    assertThat(settings.dialogue()).isEqualTo(new DialogueSettings(Cell.GRU, hidden, List.of()));
  }

  @Test
  void aFewSpeakersAreRolesAndManyArePersons() {
    assertThat(speakers(8)).hasSize(8).contains("speaker 0", "speaker 7");
    assertThat(speakers(9)).isEmpty();
  }

  private static List<String> speakers(int count) {
    Corpus corpus =
        new Corpus(
            "speakers",
            null,
            IntStream.range(0, 30)
                .mapToObj(i -> new LabelledUtterance("a", "b", "d", "speaker " + i % count))
                .toList());
    return SuggestedSettings.of(corpus, Speed.BALANCED, Views.WORDS, true).dialogue().speakers();
  }

  @Test
  void everySettingIsRecordedUnderItsFlag() {
    assertThat(SuggestedSettings.of(corpus(50, 2, "오늘")).byFlag())
        .hasSize(28)
        .containsEntry("speed", "balanced")
        .containsEntry("character-hidden", "64")
        .containsEntry("cell", "gru")
        .containsEntry("tokenizer", "words")
        .containsEntry("ngrams", "1..4")
        .containsEntry("jamo", "2..5")
        .containsEntry("views", "both")
        .containsEntry("character-buckets", "32768")
        .containsEntry("character-stride", "2")
        .containsEntry("row-dropout", "0.2")
        .containsEntry("seed", "1");
  }

  private static Corpus corpus(int size, int labels, String text) {
    return new Corpus(
        "repeats",
        null,
        IntStream.range(0, size)
            .mapToObj(i -> new LabelledUtterance(text, "label " + i % labels, null, null))
            .toList());
  }
}

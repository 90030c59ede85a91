package io.garam.app.train.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.options.Numbers;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.training.TrainingPlan;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.settings.Speed;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class SettingsOptionsTest {

  private static final Corpus TEXTS = corpus(null);
  private static final Corpus DIALOGUES = corpus("d");

  private static Corpus corpus(String dialogue) {
    String speaker = dialogue == null ? null : "user";
    return new Corpus(
        "corpus.tsv",
        null,
        List.of(
            new LabelledUtterance("방 하나 예약해 주세요", "request", dialogue, speaker),
            new LabelledUtterance("네", "affirm", dialogue, speaker),
            new LabelledUtterance("얼마예요?", "question", dialogue, speaker)));
  }

  private static TrainingPlan plan(Corpus corpus, String... flags) {
    SettingsOptions options = new SettingsOptions();
    Numbers.readBy(new CommandLine(options))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(flags);
    return options.plan(corpus);
  }

  private static TrainingSettings settings(Corpus corpus, String... flags) {
    return plan(corpus, flags).settings().apply(corpus);
  }

  @Test
  void withoutFlagsTheSettingsAreThoseThatTheCorpusSuggests() {
    assertThat(settings(TEXTS)).isEqualTo(SuggestedSettings.of(TEXTS));
    assertThat(settings(DIALOGUES))
        .isEqualTo(SuggestedSettings.of(DIALOGUES, Speed.BALANCED, Views.BOTH, true));
  }

  @ParameterizedTest
  @CsvSource({
    "cell, lstm",
    "directions, 1",
    "embedding, 1024",
    "character-hidden, 5",
    "deviation, 0.5",
    "tokenizer, morphemes",
    "ngrams, 3..5",
    "ngrams, none",
    "jamo, none",
    "buckets, 4194304",
    "character-buckets, 8",
    "character-stride, 8",
    "dropout, 0.0",
    "word-dropout, 0.25",
    "row-dropout, 0.75",
    "ngram-dropout, 0.5",
    "label-smoothing, 0.2",
    "learning-rate, 10.0",
    "embedding-learning-rate, 0.05",
    "epochs, 1000",
    "patience, 3",
    "batch, 8192",
    "seed, -7",
    "unknown-label, affirm",
    "threshold, 0.5",
    "threads, 64"
  })
  void aFlagReplacesTheSettingOfItsNameAndNoOther(String flag, String value) {
    Map<String, String> expected = new TreeMap<>(SuggestedSettings.of(TEXTS).byFlag());
    expected.put(flag, value);

    TrainingSettings found = settings(TEXTS, "--views=both", "--" + flag + "=" + value);

    assertThat(new TreeMap<>(found.byFlag())).isEqualTo(expected);
  }

  @Test
  void unitsOverCharactersFollowThoseOverWordsUpTo64() {
    assertThat(settings(TEXTS, "--hidden=20").network().characterHidden()).isEqualTo(20);
    assertThat(settings(TEXTS, "--hidden=200").network().characterHidden()).isEqualTo(64);
    assertThat(settings(TEXTS, "--hidden=9", "--character-hidden=70").network().characterHidden())
        .isEqualTo(70);
  }

  @Test
  void theSpeedChoosesTheNetwork() {
    assertThat(settings(TEXTS, "--speed=accurate"))
        .isEqualTo(SuggestedSettings.of(TEXTS, Speed.ACCURATE, Views.BOTH, false));
    assertThat(settings(TEXTS, "--speed=fast"))
        .isEqualTo(SuggestedSettings.of(TEXTS, Speed.FAST, Views.BOTH, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--directions=3 | --directions to be a whole number from 1 to 2, but found 3; use 2",
        "--hidden=1025 | --hidden to be a whole number from 1 to 1024, but found 1025; use 32",
        "--embedding=0 | --embedding to be a whole number from 1 to 1024, but found 0; use 64",
        "--deviation=0 | --deviation to be a positive number up to 10, but found 0.0; use 0.02",
        "--buckets=4194305 | from 1 to 4194304, but found 4194305; use 32768",
        "--character-buckets=7 | from 8 to 4194304, but found 7; use 32768",
        "--character-stride=9 | from 1 to 8, but found 9; use 2",
        "--dropout=1 | --dropout to be a share from 0 to below 1, but found 1.0; use 0.3",
        "--threshold=1 | --threshold to be a share from 0 to below 1, but found 1.0; use 0",
        "--learning-rate=11 | a positive number up to 10, but found 11.0; use 0.002",
        "--epochs=1001 | --epochs to be a whole number from 1 to 1000, but found 1001; use 30",
        "--batch=8193 | --batch to be a whole number from 1 to 8192, but found 8193; use 8",
        "--threads=65 | --threads to be a whole number from 1 to 64, but found 65",
        "--ngrams=5..3 | --ngrams to be MIN..MAX, each from 1 to 9, or none, but found 5..3"
      })
  void beyondItsRangeASettingIsRefusedWithTheOneThatSuits(String flag, String said) {
    assertThatThrownBy(() -> settings(TEXTS, flag))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said);
  }

  @Test
  void teachersAreAskedForByOneFlag() {
    assertThat(settings(TEXTS).teachers()).isZero();
    assertThat(settings(TEXTS, "--best").teachers()).isEqualTo(4);
  }

  @Test
  void morphemesAreReadWithoutCharactersUnlessThoseAreAskedFor() {
    assertThat(settings(TEXTS, "--tokenizer=morphemes").text().views()).isEqualTo(Views.WORDS);
    assertThat(settings(TEXTS, "--tokenizer=morphemes", "--views=both").text().views())
        .isEqualTo(Views.BOTH);
    assertThat(settings(TEXTS, "--tokenizer=whitespace").text().views()).isEqualTo(Views.BOTH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer=words", "ngrams=2..4", "jamo=none", "buckets=9"})
  void flagsOfWordsAreRefusedWhereNoneAreRead(String flag) {
    assertThatThrownBy(() -> settings(TEXTS, "--views=characters", "--" + flag))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --"
                + flag.replace("=", " only where words are read, but found ")
                + " for a model of characters alone; use --views words or both, or leave it out.");
  }

  @Test
  void theFlagOfCharactersIsRefusedWhereNoneAreRead() {
    assertThatThrownBy(() -> settings(TEXTS, "--views=words", "--character-hidden=9"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Expected --character-hidden only where characters are read");
    assertThatThrownBy(() -> settings(TEXTS, "--views=words", "--character-buckets=9"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --character-buckets only where characters are read, but found 9 for a model of"
                + " words alone; add --views both, or leave it out.");
  }

  @Test
  void dialoguesAreTriedWhereThereAreAnyAndFollowedWhereAskedFor() {
    TrainingPlan onTrial = plan(DIALOGUES);
    assertThat(onTrial.alone().apply(DIALOGUES)).isEqualTo(SuggestedSettings.of(DIALOGUES));

    TrainingPlan followed = plan(DIALOGUES, "--context=yes", "--dialogue-cell=LSTM");
    assertThat(followed.alone()).isNull();
    assertThat(followed.settings().apply(DIALOGUES).byFlag())
        .containsEntry("dialogue-cell", "lstm")
        .containsEntry("dialogue-hidden", "32");

    TrainingPlan ignored = plan(DIALOGUES, "--context=no");
    assertThat(ignored.alone()).isNull();
    assertThat(ignored.settings().apply(DIALOGUES)).isEqualTo(SuggestedSettings.of(DIALOGUES));
  }

  @Test
  void dialoguesCannotBeFollowedWhereThereAreNone() {
    assertThat(plan(TEXTS).alone()).isNull();
    assertThatThrownBy(() -> plan(TEXTS, "--context=yes"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a dialogue column in the corpus corpus.tsv for --context yes, but it has none;"
                + " name it with --columns dialogue=COLUMN, or leave --context out.");
    assertThatThrownBy(() -> plan(TEXTS, "--dialogue-hidden=32"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --dialogue-hidden only where dialogues are followed, but found 32 for a corpus"
                + " without dialogues or --context no; leave it out.");
  }
}

package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.network.Regularization;
import io.garam.training.packaging.CorpusOrigin;
import io.garam.training.settings.NetworkSettings;
import io.garam.training.settings.OptimizationSettings;
import io.garam.training.settings.OutOfScopeSettings;
import io.garam.training.settings.Speed;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TextSettings;
import io.garam.training.settings.Tokenization;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrainingTest {

  private static final int PATIENCE = 4;

  private static final Corpus TRAIN = SampleCorpora.TRAIN;
  private static final Corpus VALID = SampleCorpora.VALID;

  @TempDir private Path folder;

  @Test
  void aTrainedModelLoadsAndTagsWhatItHasNotSeen() throws IOException {
    TrainingResult result = train(TRAIN, VALID, TrainingListener.NONE);
    ModelBundle written =
        result.write(
            folder.resolve("requests"),
            new CorpusOrigin("Requests", "CC0", "the Garam project", "https://example.org/r", null),
            "garam train --corpus requests-train.tsv");

    try (IntentClassifier classifier = IntentClassifier.load(written.folder())) {
      assertAccuracyOf(result, classifier);
    }
    assertThat(Files.readString(written.folder().resolve(ModelBundle.CARD)))
        .startsWith("---\nlanguage: ko\nlicense: \"CC0\"\n")
        .contains("[Requests](https://example.org/r)", "the Garam project")
        .contains("garam train --corpus requests-train.tsv")
        .contains("| `weather` | ");
  }

  @ParameterizedTest
  @CsvSource({
    "WORDS, WORDS",
    "WORDS, WHITESPACE",
    "WORDS, MORPHEMES",
    "CHARACTERS, WORDS",
    "BOTH, WHITESPACE",
    "BOTH, MORPHEMES"
  })
  void everyViewAndTokenizerAnswersTheSameOnceWrittenAndLoaded(
      Views views, Tokenization tokenization) {
    TrainingSettings settings = small(views, tokenization, null);
    TrainingResult result = train(TRAIN, VALID, settings, Checkpoints.NONE, TrainingListener.NONE);
    ModelBundle written = result.write(folder.resolve("requests"), CorpusOrigin.UNKNOWN, "none");

    assertThat(result.parity()).isPositive().isLessThan(1e-4);
    assertThat(result.taggingMicros()).isBetween(0.1, 100_000.0);
    assertThat(ModelBundle.read(written.folder()).spec()).isEqualTo(written.spec());
    assertThat(written.spec().words()).isEqualTo(settings.text().words());
    assertThat(written.spec().characters()).isEqualTo(settings.text().characters());
    assertThat(written.vocabulary().tokens().isEmpty()).isEqualTo(views == Views.CHARACTERS);
    try (IntentClassifier classifier = IntentClassifier.load(written.folder())) {
      assertAccuracyOf(result, classifier);
      for (GoldenUtterance golden : result.golden().utterances()) {
        float[] found = classifier.probabilities(List.of(golden.text()))[0];
        golden
            .probabilities()
            .forEach(
                (label, expected) ->
                    assertThat(found[classifier.labels().indexOf(label)])
                        .isCloseTo(expected, within(1e-5f)));
      }
    }
  }

  @Test
  void aModelOfASplitCorpusTagsTextAsPeopleWriteIt() {
    TrainingSettings settings = small(Views.WORDS, Tokenization.MORPHEMES, null);
    Corpus split =
        new Corpus(
            "split.tsv",
            null,
            TRAIN.utterances().stream()
                .map(
                    utterance ->
                        new LabelledUtterance(
                            String.join(
                                " ", Tokenization.MORPHEMES.tokenizer().tokenize(utterance.text())),
                            utterance.label(),
                            null,
                            null))
                .toList());

    TrainingResult result = train(split, VALID, settings, Checkpoints.NONE, TrainingListener.NONE);

    assertThat(split.texts()).isNotEqualTo(TRAIN.texts());
    assertThat(result.evaluation().accuracy()).isGreaterThan(0.8);
  }

  @Test
  void theProvenanceSaysHowToMakeTheModelAgain() {
    TrainingResult result = train(TRAIN, VALID, TrainingListener.NONE);

    var provenance = result.spec().provenance();
    assertThat(provenance.training().sha256()).isEqualTo(TRAIN.sha256());
    assertThat(provenance.training().rows()).isEqualTo(240);
    assertThat(provenance.validation().name()).isEqualTo("requests-valid.tsv");
    assertThat(provenance.settings())
        .containsEntry("epochs", "6")
        .containsEntry("hidden", "16")
        .containsEntry("views", "both");
    assertThat(provenance.versions())
        .containsOnlyKeys("garam", "libtorch", "onnxruntime", "java", "platform");
    assertThat(provenance.figures())
        .containsEntry("accuracy", result.evaluation().accuracy())
        .containsKeys("macroF1", "expectedCalibrationError");
    assertThat(result.golden().utterances()).hasSize(32);
    assertThat(result.parity()).isLessThan(1e-4);
  }

  @Test
  void theSameTrainingGivesTheSameModel() {
    TrainingResult first = train(TRAIN, null, TrainingListener.NONE);
    TrainingResult second = train(TRAIN, null, TrainingListener.NONE);

    assertThat(second.networks().utterance()).isEqualTo(first.networks().utterance());
    assertThat(second.golden()).isEqualTo(first.golden());
    assertThat(second.spec().decision()).isEqualTo(first.spec().decision());
    assertThat(first.spec().provenance().validation().rows()).isBetween(20, 28);
  }

  @Test
  void theBestEpochIsTheOneExported() {
    List<EpochFigures> heard = new ArrayList<>();
    TrainingResult result =
        train(
            TRAIN,
            VALID,
            new TrainingListener() {
              @Override
              public void epochEnded(EpochFigures figures) {
                heard.add(figures);
              }
            });

    assertThat(heard).hasSize(6).isEqualTo(result.epochs());
    assertThat(heard.get(5).loss()).isLessThan(heard.get(0).loss());
    double best = heard.stream().mapToDouble(EpochFigures::accuracy).max().orElseThrow();
    // Rounding the tables to 8 bits may turn one utterance of 60.
    assertThat(result.evaluation().accuracy()).isCloseTo(best, within(1.5 / 60));
  }

  @Test
  void whatIsNoneOfTheIntentsSetsTheThreshold() {
    TrainingResult result = train(TRAIN, VALID, "weather", TrainingListener.NONE);

    assertThat(result.spec().decision().labels()).containsExactly("greeting", "music", "schedule");
    assertThat(result.spec().decision().threshold()).isBetween(0.34, 1.0);
    assertThat(result.spec().provenance().settings()).containsEntry("unknown-label", "weather");
    assertThat(result.evaluation().classes())
        .filteredOn(score -> score.label().equals(Intent.UNKNOWN))
        .singleElement()
        // At no more than one right answer in two hundred; how much is turned away varies with
        // seeds.
        .satisfies(score -> assertThat(score.recall()).isGreaterThan(0.25));
    assertThatThrownBy(() -> train(TRAIN, VALID, "oos", TrainingListener.NONE))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(
            "the unknown label \"oos\" in the corpora requests-train.tsv and requests-valid.tsv");
  }

  @Test
  void anInterruptedTrainingGoesOnToTheSameModel() {
    Path kept = folder.resolve("checkpoints");
    TrainingResult undisturbed = train(TRAIN, VALID, TrainingListener.NONE);
    TrainingListener interruption =
        new TrainingListener() {
          @Override
          public void epochStarted(int epoch, int epochs, int batches) {
            if (epoch == 4) {
              throw new IllegalStateException("the power is gone");
            }
          }
        };
    assertThatThrownBy(() -> trainKept(new Checkpoints(kept, false), interruption))
        .hasMessage("the power is gone");
    List<Integer> started = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochStarted(int epoch, int epochs, int batches) {
            started.add(epoch);
          }
        };

    TrainingResult resumed = trainKept(new Checkpoints(kept, true), listener);

    assertThat(started).containsExactly(4, 5, 6);
    assertThat(resumed.networks().utterance()).isEqualTo(undisturbed.networks().utterance());
    assertThat(resumed.epochs()).hasSize(6);
    assertThat(resumed.spec().decision()).isEqualTo(undisturbed.spec().decision());
  }

  @Test
  void aTrainingThatNoLongerGetsBetterStopsEarly() {
    TrainingResult result = train(TRAIN, SampleCorpora.hopeless(), TrainingListener.NONE);

    assertThat(result.epochs()).hasSize(1 + PATIENCE);
  }

  private static void assertAccuracyOf(TrainingResult result, IntentClassifier classifier) {
    List<Intent> intents = classifier.classify(VALID.texts());
    double correct = 0;
    for (int i = 0; i < intents.size(); i++) {
      correct += intents.get(i).label().equals(VALID.utterances().get(i).label()) ? 1 : 0;
    }
    assertThat(correct / VALID.size())
        .isGreaterThan(0.8)
        .isCloseTo(result.evaluation().accuracy(), within(1e-9));
  }

  private static TrainingResult train(Corpus train, Corpus valid, TrainingListener listener) {
    return train(train, valid, null, listener);
  }

  private static TrainingResult train(
      Corpus train, Corpus valid, String unknownLabel, TrainingListener listener) {
    TrainingSettings settings = small(Views.BOTH, Tokenization.WORDS, unknownLabel);
    return train(train, valid, settings, Checkpoints.NONE, listener);
  }

  private static TrainingResult trainKept(Checkpoints checkpoints, TrainingListener listener) {
    return train(TRAIN, VALID, small(Views.BOTH, Tokenization.WORDS, null), checkpoints, listener);
  }

  private static TrainingResult train(
      Corpus train,
      Corpus valid,
      TrainingSettings settings,
      Checkpoints checkpoints,
      TrainingListener listener) {
    return Training.run(
        "requests",
        "1",
        LearnableCorpora.of(train, valid, settings),
        settings,
        checkpoints,
        listener);
  }

  @Test
  void aModelOfBothViewsIsACascadeUnlessAllIsAlwaysToBeRead() {
    TrainingSettings both = small(Views.BOTH, Tokenization.WORDS, null);
    TrainingResult balanced = train(both);
    TrainingResult accurate = train(both.toBuilder().speed(Speed.ACCURATE).build());

    assertThat(balanced.spec().cascade()).isNotNull();
    assertThat(balanced.networks().characters()).isNotNull();
    assertThat(accurate.spec().cascade()).isNull();
    assertThat(accurate.networks().characters()).isNull();
    assertThat(balanced.evaluation().accuracy())
        .isGreaterThanOrEqualTo(accurate.evaluation().accuracy() - Speed.BALANCED.lost());
  }

  private static TrainingResult train(TrainingSettings settings) {
    return train(TRAIN, VALID, settings, Checkpoints.NONE, TrainingListener.NONE);
  }

  private static TrainingSettings small(
      Views views, Tokenization tokenization, String unknownLabel) {
    TrainingSettings suggested = SuggestedSettings.of(TRAIN, Speed.BALANCED, views, false);
    WordView words = suggested.text().words();
    return suggested.toBuilder()
        .network(new NetworkSettings(suggested.network().cell(), 2, 16, 16, 16, 0.1))
        .text(
            new TextSettings(
                words == null ? null : new WordView(tokenization.tokenizer(), words.subwords()),
                suggested.text().characters()))
        .regularization(new Regularization(0.2, 0.1, 0.1, 0.1, 0.1))
        .optimization(new OptimizationSettings(suggested.optimization().rates(), 6, PATIENCE, 8))
        .outOfScope(new OutOfScopeSettings(unknownLabel, null))
        .seed(3)
        .threads(1)
        .build();
  }
}

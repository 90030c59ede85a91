package io.garam.nlu.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.Intent;
import io.garam.nlu.ShippedModel;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.graph.GraphSizes;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.nlu.text.WordTokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a spec's digest depends on, and what it tells the graphs. */
final class ModelSpecTest {

  private static final WordView WORDS =
      new WordView(new WordTokenizer(true, 9), new Subwords(new Lengths(1, 2), Lengths.NONE, 100));
  private static final CharacterNgrams CHARACTERS =
      new CharacterNgrams(new CharacterTokenizer(true, 9), 80, 1);
  private static final DialogueSpec DIALOGUE = new DialogueSpec(4, List.of("user"));
  private static final Decision DECISION = new Decision(List.of("a", "b"), 1, 0);
  private static final Map<String, FileDigest> FILES =
      Map.of("x", new FileDigest(1, "00"), "y", new FileDigest(2, "11"));
  private static final Provenance PROVENANCE =
      ModelBundle.read(ShippedModel.FOLDER).spec().provenance();

  private static ModelSpec spec(
      WordView words, CharacterNgrams characters, DialogueSpec dialogue, Decision decision) {
    return spec(words, characters, dialogue, decision, FILES);
  }

  private static ModelSpec spec(
      WordView words,
      CharacterNgrams characters,
      DialogueSpec dialogue,
      Decision decision,
      Map<String, FileDigest> files) {
    return new ModelSpec(
        ModelSpec.FORMAT,
        "n",
        "1",
        words,
        characters,
        dialogue,
        null,
        decision,
        null,
        files,
        PROVENANCE);
  }

  private static String digest(ModelSpec spec) {
    return spec.reference().digest();
  }

  @Test
  void everythingThatDecidesALabelHasItsPartInTheDigest() {
    List<ModelSpec> specs =
        List.of(
            spec(WORDS, CHARACTERS, null, DECISION),
            spec(WORDS, null, null, DECISION),
            spec(null, CHARACTERS, null, DECISION),
            spec(WORDS, new CharacterNgrams(CHARACTERS.tokenizer(), 80, 2), null, DECISION),
            spec(WORDS, CHARACTERS, DIALOGUE, DECISION),
            spec(WORDS, CHARACTERS, new DialogueSpec(4, List.of()), DECISION),
            spec(WORDS, CHARACTERS, null, new Decision(List.of("b", "a"), 1, 0)),
            spec(WORDS, CHARACTERS, null, new Decision(List.of("a", "b"), 2, 0)),
            spec(WORDS, CHARACTERS, null, new Decision(List.of("a", "b"), 1, 0.5)),
            spec(WORDS, CHARACTERS, null, new Decision(List.of("a", "b"), 1, 2, 0)),
            spec(
                WORDS,
                CHARACTERS,
                null,
                DECISION,
                Map.of("x", new FileDigest(1, "01"), "y", new FileDigest(2, "11"))),
            spec(WORDS, CHARACTERS, null, DECISION, Map.of("x", new FileDigest(1, "00"))));
    Set<String> digests = new HashSet<>();
    specs.forEach(spec -> digests.add(digest(spec)));

    assertThat(digests).hasSameSizeAs(specs).allMatch(digest -> digest.matches("[0-9a-f]{16}"));
  }

  @Test
  void whatDecidesNoLabelHasNone() {
    ModelSpec spec = spec(WORDS, null, null, DECISION);
    ModelSpec other =
        new ModelSpec(
            3,
            "m",
            "2",
            WORDS,
            null,
            null,
            null,
            DECISION,
            "x",
            FILES,
            PROVENANCE.withFigure("f", 1));

    assertThat(digest(other)).isEqualTo(digest(spec));
    assertThat(other.reference()).isNotEqualTo(spec.reference());
    assertThat(digest(spec.withFigure("accuracy", 0.9))).isEqualTo(digest(spec));
  }

  @Test
  void theOrderInWhichFilesAreNamedChangesNothing() {
    Map<String, FileDigest> reversed = new LinkedHashMap<>();
    reversed.put("y", new FileDigest(2, "11"));
    reversed.put("x", new FileDigest(1, "00"));

    assertThat(digest(spec(WORDS, null, null, DECISION, reversed)))
        .isEqualTo(digest(spec(WORDS, null, null, DECISION)));
  }

  @Test
  void theDigestsOfShippedModelsAreWhatTheyWereWhenTheyWereMade() {
    assertThat(digest(ModelBundle.read(ShippedModel.FOLDER).spec())).isEqualTo("7da21dd7b87201cc");
  }

  @Test
  void sizesAreThoseOfTheViewsThatThereAre() {
    Vocabulary vocabulary = new Vocabulary(List.of("가", "나", "다"));
    assertThat(spec(WORDS, CHARACTERS, DIALOGUE, DECISION).sizes(vocabulary))
        .isEqualTo(new GraphSizes(2, 5, 100, 80, DIALOGUE));
    assertThat(spec(WORDS, null, null, DECISION).sizes(vocabulary))
        .isEqualTo(new GraphSizes(2, 5, 100, 0, null));
    assertThat(spec(null, CHARACTERS, null, DECISION).sizes(Vocabulary.EMPTY))
        .isEqualTo(new GraphSizes(2, 0, 0, 80, null));
  }

  @Test
  void theCorpusesWordForNoneOfTheIntentsIsUnknown() {
    ModelSpec with =
        new ModelSpec(4, "n", "1", WORDS, null, null, null, DECISION, "oos", FILES, PROVENANCE);
    ModelSpec without = spec(WORDS, null, null, DECISION);

    assertThat(with.goldLabel("oos")).isEqualTo(Intent.UNKNOWN);
    assertThat(with.goldLabel("a")).isEqualTo("a");
    assertThat(without.goldLabel("oos")).isEqualTo("oos");
  }

  @Test
  void aFigureMoreStandsBesideTheOthersAndReplacesItsNamesake() {
    ModelSpec spec = spec(WORDS, null, null, DECISION);
    Map<String, Double> figures = new HashMap<>(PROVENANCE.figures());
    figures.put("f", 2.0);

    assertThat(spec.withFigure("f", 1).withFigure("f", 2).provenance().figures())
        .isEqualTo(figures);
    assertThat(spec.provenance()).isEqualTo(PROVENANCE);
  }

  @Test
  void aModelThatReadsNothingIsRefused() {
    assertThatThrownBy(() -> spec(null, null, DIALOGUE, DECISION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a model must read words, characters or both");
  }
}

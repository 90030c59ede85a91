package io.garam.nlu.bundle;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.graph.GraphSizes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Model specification, what a bundle says of itself: the content of {@link ModelBundle#SPEC}.
 *
 * @param format the version of this format, {@link #FORMAT}
 * @param name the model's name
 * @param version the model's version, as its maker counts
 * @param words how the text becomes tokens and these rows of the word and subword tables, null
 *     where the model reads characters alone
 * @param characters how the text becomes rows of the character table, null where the model reads
 *     words alone
 * @param dialogue how the model follows a dialogue, null where it judges every utterance alone
 * @param cascade when the answer of the words stands, so that the characters are not read; null
 *     where a model of both always reads both
 * @param decision labels, temperature, exponent and threshold
 * @param unknownLabel what its corpus called utterances with none of the intents, null where it had
 *     none
 * @param files the other files of the bundle that decide a label, by name
 * @param provenance where the model comes from
 */
public record ModelSpec(
    int format,
    String name,
    String version,
    @JsonSetter(nulls = Nulls.SET) @Nullable WordView words,
    @JsonSetter(nulls = Nulls.SET) @Nullable CharacterNgrams characters,
    @JsonSetter(nulls = Nulls.SET) @Nullable DialogueSpec dialogue,
    @JsonSetter(nulls = Nulls.SET) @Nullable Cascade cascade,
    Decision decision,
    @JsonSetter(nulls = Nulls.SET) @Nullable String unknownLabel,
    Map<String, FileDigest> files,
    Provenance provenance) {

  /** The version of the bundle format that this release writes; it reads the two before too. */
  public static final int FORMAT = 5;

  public ModelSpec {
    if (words == null && characters == null) {
      throw new IllegalArgumentException("a model must read words, characters or both");
    }
    if (cascade != null && (words == null || characters == null || dialogue != null)) {
      throw new IllegalArgumentException(
          "a cascade needs words, characters and no dialogue to follow");
    }
    files = Map.copyOf(files);
  }

  /** Returns the answer that is right for an utterance that a corpus gives this label. */
  public String goldLabel(String label) {
    return label.equals(unknownLabel) ? Intent.UNKNOWN : label;
  }

  /** Returns how many views of an utterance the model has: its words, its characters or both. */
  public int views() {
    return (words == null ? 0 : 1) + (characters == null ? 0 : 1);
  }

  /** Returns the same spec with a figure more in its provenance. */
  public ModelSpec withFigure(String figure, double value) {
    return with(format, files, provenance.withFigure(figure, value));
  }

  /** Returns the same spec of these files, in the format that is written. */
  ModelSpec withFiles(Map<String, FileDigest> written) {
    return with(FORMAT, written, provenance);
  }

  private ModelSpec with(int format, Map<String, FileDigest> files, Provenance provenance) {
    return new ModelSpec(
        format,
        name,
        version,
        words,
        characters,
        dialogue,
        cascade,
        decision,
        unknownLabel,
        files,
        provenance);
  }

  /** Returns the sizes that the graphs must have. */
  GraphSizes sizes(Vocabulary vocabulary) {
    return new GraphSizes(
        decision.labels().size(),
        words == null ? 0 : vocabulary.size(),
        words == null ? 0 : words.subwords().buckets(),
        characters == null ? 0 : characters.buckets(),
        dialogue);
  }

  /** Returns the reference that every tagged event carries. */
  public ModelReference reference() {
    return new ModelReference(name, version, ModelDigest.of(this));
  }
}

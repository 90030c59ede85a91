package io.garam.training.packaging;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.decision.Cascade;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Model card: what people should know of a model before they use it, in the manner of Hugging
 * Face's model cards (after Mitchell and others 2019, "Model Cards for Model Reporting").
 *
 * @param spec the model
 * @param language its language, as an ISO 639-1 code
 * @param origin whose work its corpus is
 * @param evaluation how well it does on the validation corpus
 * @param bytes the size of its graph
 * @param taggingMicros see {@link TaggingCost}
 * @param command the command that made it
 * @param example an utterance to try it with
 */
public record ModelCard(
    ModelSpec spec,
    String language,
    CorpusOrigin origin,
    Evaluation evaluation,
    long bytes,
    double taggingMicros,
    String command,
    String example) {

  /** Returns the card as Markdown with a YAML front matter. */
  public String toMarkdown() {
    ModelCardCorpus corpus = new ModelCardCorpus(origin, spec.provenance());
    return new ModelCardFrontMatter(spec, language, corpus, evaluation).toYaml()
        + description()
        + cascade()
        + use()
        + corpus.toMarkdown()
        + new ModelCardFigures(spec, evaluation, taggingMicros).toMarkdown()
        + new ModelCardLimits(spec.dialogue()).toMarkdown()
        + making();
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        """
        # %s %s

        Tags an utterance with one of %d intents: %s. A recurrent network trained with \
        Garam and exported to ONNX; its graphs take %s.

        """,
        spec.name(),
        spec.version(),
        spec.decision().labels().size(),
        "`" + String.join("`, `", spec.decision().labels()) + "`",
        NumberFormats.megabytes(bytes));
  }

  private String cascade() {
    Cascade cascade = spec.cascade();
    return cascade == null
        ? ""
        : String.format(
            Locale.ROOT,
            """
            It is a cascade: a small network reads the words of every utterance. Only where the \
            label that it finds most probable has a probability below %.2f are the characters read \
            too, which is so for %.0f %% of the validation utterances.

            """,
            cascade.threshold(),
            100
                * (1
                    - spec.provenance().figures().getOrDefault(Provenance.ANSWERED_BY_WORDS, 0.0)));
  }

  private String use() {
    return String.format(
        Locale.ROOT,
        """
        ## Use

        ```sh
        garam tag --model models/%1$s '%2$s'
        garam run --model models/%1$s --bootstrap-server localhost:9092
        ```

        """,
        spec.name(),
        example.replace("'", "'\\''"));
  }

  private String making() {
    return String.format(
        Locale.ROOT,
        """
        ## How it was made

        ```sh
        %s
        ```

        With %s, on %s. All settings are in `model.json`.
        """,
        command,
        versions(),
        spec.provenance().created().substring(0, 10));
  }

  private String versions() {
    return spec.provenance().versions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(version -> version.getKey() + " " + version.getValue())
        .collect(Collectors.joining(", "));
  }
}

package io.garam.training.packaging;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.dialogue.DialogueSpec;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Model card: what people should know of a model before they use it, in the manner of Hugging
 * Face's model cards (after Mitchell and others 2019, "Model Cards for Model Reporting").
 *
 * @param spec the model
 * @param language its language, as an ISO 639-1 code
 * @param origin whose work its corpus is
 * @param evaluation how well it does on the validation corpus
 * @param bytes the size of its graph
 * @param command the command that made it
 * @param example an utterance to try it with
 */
public record ModelCard(
    ModelSpec spec,
    String language,
    CorpusOrigin origin,
    Evaluation evaluation,
    long bytes,
    String command,
    String example) {

  /** Returns the card as Markdown with a YAML front matter. */
  public String toMarkdown() {
    return new ModelCardFrontMatter(spec, language, licence(), corpusName(), evaluation).toYaml()
        + description()
        + use()
        + trainingData()
        + new ModelCardFigures(spec, evaluation).toMarkdown()
        + limits()
        + making();
  }

  private Provenance provenance() {
    return spec.provenance();
  }

  private String corpusName() {
    return origin.name() == null ? provenance().training().name() : origin.name();
  }

  private String licence() {
    return origin.licence() == null ? "unknown" : origin.licence();
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        """
        # %s %s

        Tags an utterance with one of %d intents: %s. A recurrent network trained with \
        Garam and exported to ONNX; the graph has %s.

        """,
        spec.name(),
        spec.version(),
        spec.decision().labels().size(),
        spec.decision().labels().stream()
            .map(label -> "`" + label + "`")
            .collect(Collectors.joining(", ")),
        NumberFormats.megabytes(bytes));
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

  private String trainingData() {
    return String.format(
        Locale.ROOT,
        """
        ## Training data

        | | |
        | --- | --- |
        | corpus | %s |
        | licence | %s |
        | authors | %s |
        | training | %s |
        | validation | %s |

        """,
        origin.url() == null ? corpusName() : "[" + corpusName() + "](" + origin.url() + ")",
        orNotStated(origin.licence()),
        orNotStated(origin.authors()),
        summary(provenance().training()),
        summary(provenance().validation()));
  }

  private static String summary(Provenance.CorpusSummary corpus) {
    String size = String.format(Locale.ROOT, "%s, %,d utterances", corpus.name(), corpus.rows());
    return corpus.sha256() == null ? size : size + ", SHA-256 `" + corpus.sha256() + "`";
  }

  private String limits() {
    return String.format(
        Locale.ROOT,
        """
        ## Limits

        - It knows the language, the topics and the manner of its corpus; measure it on your own \
        utterances first (`garam evaluate`).
        - %s
        - Confidence is calibrated on the validation corpus and means little on texts unlike it.

        """,
        context());
  }

  private String context() {
    DialogueSpec dialogue = spec.dialogue();
    return dialogue == null
        ? "Every utterance is judged alone, without those before it."
        : String.format(
                Locale.ROOT,
                "It follows dialogues: an utterance is judged by itself, by who says it%s and by"
                    + " what",
                dialogue.speakers().isEmpty()
                    ? " (the same speaker or another)"
                    : " (" + String.join(", ", dialogue.speakers()) + ")")
            + " was said before it, never by what follows. Taken out of its dialogue it is judged"
            + " as a first one.";
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
        provenance().created().substring(0, 10));
  }

  private String versions() {
    return provenance().versions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(version -> version.getKey() + " " + version.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String orNotStated(@Nullable String value) {
    return value == null ? "not stated" : value;
  }
}

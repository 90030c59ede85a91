package io.garam.training.packaging;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.bundle.ModelSpec;
import java.util.Locale;

/**
 * The front matter of a model card: YAML that Hugging Face's hub reads.
 *
 * @param spec the model
 * @param language its language, as an ISO 639-1 code
 * @param corpus that it was learned from
 * @param evaluation how well it does on the validation corpus
 */
record ModelCardFrontMatter(
    ModelSpec spec, String language, ModelCardCorpus corpus, Evaluation evaluation) {

  String toYaml() {
    return String.format(
        Locale.ROOT,
        """
        ---
        language: %s
        license: %s
        library_name: garam
        pipeline_tag: text-classification
        tags:
          - intent-classification
          - recurrent
          - onnx
        datasets:
          - %s
        metrics:
          - accuracy
          - f1
        model-index:
          - name: %s
            results:
              - task:
                  type: text-classification
                dataset:
                  name: %s
                  type: %s
                  split: validation
                metrics:
                  - type: accuracy
                    value: %s
                  - type: f1
                    name: macro-F1
                    value: %s
        ---

        """,
        language,
        yaml(corpus.licence()),
        yaml(corpus.name()),
        yaml(spec.name()),
        yaml(corpus.name()),
        yaml(spec.provenance().validation().name()),
        NumberFormats.fraction(evaluation.accuracy()),
        NumberFormats.fraction(evaluation.macroF1()));
  }

  /** A JSON string is a YAML string too. */
  private static String yaml(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

package io.garam.benchmarks.comparison;

import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.PipelineKind;
import io.garam.nlu.bundle.ModelBundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pipelines of a comparison. Those that copy, and those that run a model without Garam, read the
 * events of the first of Garam's models.
 *
 * @param models that Garam tags with
 * @param peerModels that the others tag with
 * @param texts by the name of a model; that of no name for all models without their own
 * @param flink whether there is Flink
 */
record Pipelines(
    List<Path> models, List<Path> peerModels, Map<String, Texts> texts, int events, boolean flink) {

  private static final String DIALOGUES = ", dialogues";

  /** Returns them in the order of the table. */
  List<ComparedPipeline> all() {
    List<ComparedPipeline> all = new ArrayList<>();
    EventTopic first = topic(models.get(0), true);
    all.add(new ComparedPipeline("bytes copied", PipelineKind.BYTES, null, first));
    all.add(copyingJson());
    for (Path model : peerModels) {
      String name = "ONNX per record, " + name(model);
      all.add(new ComparedPipeline(name, PipelineKind.ONNX_PER_RECORD, model, first));
      if (flink) {
        String inFlink = "Flink, ONNX per record, " + name(model);
        all.add(new ComparedPipeline(inFlink, PipelineKind.FLINK, model, first));
      }
    }
    for (Path model : models) {
      if (followsDialogues(model)) {
        all.add(garam(model, ", utterances alone", topic(model, false)));
        all.add(garam(model, DIALOGUES, topic(model, true)));
      } else {
        all.add(garam(model, "", topic(model, true)));
      }
    }
    return all;
  }

  /** Returns the one that what tags is compared with first. */
  ComparedPipeline copyingJson() {
    return new ComparedPipeline("JSON copied", PipelineKind.JSON, null, topic(models.get(0), true));
  }

  /** Returns Garam's with the first model, and dialogues where that follows them. */
  ComparedPipeline garam() {
    Path model = models.get(0);
    return garam(model, followsDialogues(model) ? DIALOGUES : "", topic(model, true));
  }

  private static ComparedPipeline garam(Path model, String how, EventTopic topic) {
    return new ComparedPipeline("Garam, " + name(model) + how, PipelineKind.GARAM, model, topic);
  }

  private EventTopic topic(Path model, boolean keyed) {
    boolean shared = !texts.containsKey(name(model)) && texts.containsKey("");
    String owner = shared ? "all" : name(model);
    return new EventTopic(
        "events-" + owner + (keyed ? "" : "-alone"), textsOf(model), events, keyed);
  }

  /** Returns the texts that a model is asked about. */
  Texts textsOf(Path model) {
    @Nullable Texts own = texts.get(name(model));
    @Nullable Texts shared = texts.get("");
    return own != null ? own : shared != null ? shared : Texts.golden(model);
  }

  /** Says whether what was said before counts with a model, where a record's key tells it. */
  static boolean followsDialogues(Path model) {
    return ModelBundle.read(model).spec().dialogue() != null;
  }

  private static String name(Path model) {
    return model.getFileName().toString();
  }
}

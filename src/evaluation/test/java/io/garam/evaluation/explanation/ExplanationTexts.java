package io.garam.evaluation.explanation;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import java.util.List;

/** Explanations made by hand. */
public final class ExplanationTexts {

  private ExplanationTexts() {}

  public static Explanation of(
      String answer, String text, List<LayerGates> layers, List<Effect> earlier) {
    return new Explanation(
        text,
        new Intent(
            answer,
            0.9f,
            List.of(new Alternative("inform", 0.06f)),
            new ModelReference("m", "1", "0123456789abcdef"),
            null),
        new LabelScore("request", 0.9f, 2.2),
        new LabelScore("inform", 0.06f, -2.75),
        List.of(new Effect("<b>방</b>", 2.5, -0.25, "inform"), new Effect("주세요", null, null, null)),
        List.of(new Effect("방", 1.0, 0.0, "request"), new Effect(" ", -0.5, 0.0, "request")),
        earlier,
        layers);
  }

  public static LayerGates gru(String name, String... steps) {
    float[][] openings = new float[steps.length][];
    for (int step = 0; step < steps.length; step++) {
      openings[step] = new float[] {0.25f, 0.75f};
    }
    double[] kept = new double[steps.length];
    kept[steps.length - 1] = 1;
    return new LayerGates(
        name,
        "GRU",
        2,
        List.of(steps),
        List.of(
            new DirectionGates(
                "forward",
                List.of(new Gate("update", openings), new Gate("reset", openings)),
                kept)));
  }
}

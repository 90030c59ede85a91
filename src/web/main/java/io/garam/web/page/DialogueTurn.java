package io.garam.web.page;

import io.garam.nlu.Utterance;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import io.garam.streams.RunningModel;
import io.garam.streams.recent.RecentDialogue.Said;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turn of a dialogue as it is shown.
 *
 * @param at where it is in the output topic
 * @param moved how much of what was remembered the turn has replaced, 0 to 1: what the update or
 *     forget gate of the dialogue step does not keep, as the mean of all units; null where the
 *     model judges every utterance alone, or the dialogue is beyond the {@link ExplainLimit}; to
 *     two digits where texts are not shown, as all that is worked out of them
 */
record DialogueTurn(
    String at,
    long time,
    @Nullable String speaker,
    String text,
    String label,
    float confidence,
    @Nullable Float moved) {

  /** Returns the turns of what was said. */
  static List<DialogueTurn> of(List<Said> said, RunningModel model, TextMask mask) {
    List<Utterance> utterances = said.stream().map(Said::utterance).toList();
    double[] moved =
        said.isEmpty() || !model.followsDialogues() || !ExplainLimit.isWithin(utterances)
            ? new double[0]
            : moved(model.explain(utterances).layers());
    List<DialogueTurn> turns = new ArrayList<>();
    for (Said one : said) {
      turns.add(
          new DialogueTurn(
              one.at(),
              one.time(),
              one.utterance().speaker(),
              mask.shown(one.utterance().text()),
              one.intent().label(),
              mask.shown(one.intent().confidence()),
              moved.length == 0 ? null : mask.shown((float) moved[turns.size()])));
    }
    return turns;
  }

  /** The mean over the layers of the dialogue step; nothing where they have no gates. */
  private static double[] moved(List<LayerGates> layers) {
    List<Gate> keeping =
        layers.stream()
            .filter(layer -> layer.name().startsWith("dialogue"))
            .flatMap(layer -> layer.directions().stream())
            .map(DirectionGates::gates)
            .filter(gates -> !gates.isEmpty())
            .map(gates -> gates.get(0))
            .toList();
    if (keeping.isEmpty()) {
      return new double[0];
    }
    double[] moved = new double[keeping.get(0).openings().length];
    for (int turn = 0; turn < moved.length; turn++) {
      for (Gate gate : keeping) {
        moved[turn] += (1 - gate.mean(turn)) / keeping.size();
      }
    }
    return moved;
  }
}

package io.garam.web.page;

import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.explanation.Explanation;
import io.garam.streams.RunningModel;
import io.garam.streams.event.Event;
import io.garam.streams.recent.RecentDialogue;
import io.garam.web.page.ShownEvents.Shown;
import io.garam.web.server.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Explanation of an event that a page was shown: of its whole text, however much of it the row has,
 * and with what was said before in its dialogue.
 *
 * @param reader of output events
 * @param dialogues finds what was said before
 */
record EventExplanation(
    ShownEvents shown, Function<byte[], @Nullable Event> reader, RecentDialogue dialogues) {

  private static final int MOST_EARLIER = 99;

  /**
   * Explains.
   *
   * @param at the source position of the event
   * @throws Problem.Refusal if texts are not shown, or the event is not kept any more or too long
   */
  Explanation of(String at, RunningModel model, TextMask mask) {
    if (mask != TextMask.FULL) {
      throw Problem.of(
              403,
              "texts-not-shown",
              "Expected garam.page.texts=full to explain an event, but this tagger does not show"
                  + " what was said.")
          .refusal();
    }
    Shown event =
        shown
            .find(at)
            .orElseThrow(
                () ->
                    Problem.of(
                            404,
                            "not-kept",
                            "Expected one of the last events that pages were shown, but that one is"
                                + " not kept whole any more; `garam explain` reads it from its"
                                + " topic.")
                        .refusal());
    Event said = reader.apply(event.value());
    if (said == null) {
      throw Problem.of(
              400, "input", "Expected an event with a text, but that one has none to be read.")
          .refusal();
    }
    List<Utterance> dialogue = new ArrayList<>();
    if (model.followsDialogues() && event.key() != null) {
      dialogue.addAll(earlier(event.key(), event.value()));
    }
    dialogue.add(new Utterance(said.text(), "", said.speaker()));
    return model.explain(ExplainLimit.last(dialogue));
  }

  private List<Utterance> earlier(byte[] key, byte[] value) {
    try {
      return dialogues.before(key, value, MOST_EARLIER).stream()
          .map(RecentDialogue.Said::utterance)
          .toList();
    } catch (GaramException e) {
      // The page says where the answer differs for want of them.
      return List.of();
    }
  }
}

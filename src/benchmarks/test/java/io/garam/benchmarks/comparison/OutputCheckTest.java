package io.garam.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.benchmarks.comparison.ExpectedIntents.Answer;
import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.EventMapping;
import io.garam.benchmarks.pipeline.PipelineKind;
import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputCheckTest {

  private static final EventTopic TOPIC =
      new EventTopic("events", new Texts("here", List.of("네", "아니요")), 202, true);

  private static OutputCheck copying(PipelineKind kind) {
    return new OutputCheck(new ComparedPipeline("copy", kind, null, TOPIC), null);
  }

  private static OutputCheck tagging() {
    ExpectedIntents intents =
        new ExpectedIntents(List.of(new Answer("yes", 0.9f), new Answer("no", 0.8f)));
    return new OutputCheck(
        new ComparedPipeline("tag", PipelineKind.GARAM, Path.of("model"), TOPIC), intents);
  }

  private static byte[] event(int number) {
    return TOPIC.record(number).value().getBytes(UTF_8);
  }

  private static byte[] tagged(int number, String intent) {
    String event = TOPIC.record(number).value();
    return (event.substring(0, event.length() - 1) + ",\"intent\":" + intent + "}").getBytes(UTF_8);
  }

  @Test
  void anOutputIsCompleteWithEveryEventOnce() {
    OutputCheck check = copying(PipelineKind.BYTES);
    for (int event = 0; event < TOPIC.events(); event++) {
      assertThat(check.isComplete()).isFalse();
      check.take(event(event));
    }
    assertThat(check.isComplete()).isTrue();
    assertThatThrownBy(() -> check.take(event(7)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("each event once");
  }

  @Test
  void eventsOfADialogueThatChangePlacesAreFound() {
    OutputCheck check = copying(PipelineKind.BYTES);
    check.take(event(201));
    check.take(event(0));
    assertThatThrownBy(() -> check.take(event(1))).hasMessageContaining("in their order");
  }

  @Test
  void aCopyOfJsonHasOneFieldMoreAndACopyOfBytesNone() {
    copying(PipelineKind.JSON).take(EventMapping.copied(event(3)));
    assertThatThrownBy(() -> copying(PipelineKind.JSON).take(event(3)))
        .hasMessageContaining("one field more");
    assertThatThrownBy(() -> copying(PipelineKind.BYTES).take(EventMapping.copied(event(3))))
        .hasMessageContaining("the event as it came");
  }

  @Test
  void anIntentMayDifferByTheLastDigitsOfItsConfidenceAlone() {
    tagging().take(tagged(1, "{\"label\":\"no\",\"confidence\":0.80009}"));
    assertThatThrownBy(() -> tagging().take(tagged(1, "{\"label\":\"no\",\"confidence\":0.8002}")))
        .hasMessageContaining("the intent");
    assertThatThrownBy(() -> tagging().take(tagged(1, "{\"label\":\"yes\",\"confidence\":0.8}")))
        .hasMessageContaining("the intent");
    assertThatThrownBy(() -> tagging().take(event(1))).hasMessageContaining("the intent");
  }
}

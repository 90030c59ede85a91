package io.garam.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Intent;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.streams.IntentTagging;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassifyIT {

  @Test
  void nothingButJarsIsOnTheClassPath() {
    assertThat(Stream.of(Classify.class, IntentClassifier.class, IntentTagging.class))
        .extracting(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .allMatch(path -> path.endsWith(".jar"));
  }

  @Test
  void eachTextHasItsIntent() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Classify.run(
        Path.of("../../models/korean-intention"),
        List.of("내일 몇 시에 만날까?", "문 좀 닫아 줘."),
        new PrintStream(out, true, UTF_8));

    assertThat(out.toString(UTF_8).lines()).hasSize(2);
    assertThat(out.toString(UTF_8)).contains("question 0.9").contains("command 0.9");
  }

  @Test
  void anAnswerMeansAnotherThingAfterARequest() {
    Path model = Path.of("../../models/korean-dialogue-act");

    Intent promised = FollowDialogue.answer(model, "방 하나 예약해 주세요.", "네.");

    assertThat(promised.label()).isEqualTo("promise");
    assertThat(promised.dialogue().utterance()).isEqualTo(2);
  }
}

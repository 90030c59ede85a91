package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Many dialogues at once, made at random and the same for the same seed. */
final class Conversations {

  private static final String[] WORDS = {
    "내일", "일정", "알려줘", "안녕하세요", "왜", "그래", "밥은", "먹었니", "zzz", "!"
  };
  private static final int LONGEST_TEXT = 6;
  private static final int ENDS_AFTER_ABOUT = 40;

  private final Random random;
  private final int dialogues;
  private final List<Line> said = new ArrayList<>();

  Conversations(long seed, int dialogues) {
    this.random = new Random(seed);
    this.dialogues = dialogues;
  }

  /**
   * One utterance.
   *
   * @param id its place among all
   * @param ends whether its dialogue ends with it; another may begin under the same name
   */
  record Line(int id, String dialogue, String speaker, String text, boolean ends) {

    ProducerRecord<byte[], byte[]> record(String topic) {
      String json =
          String.format(
              "{\"utteranceId\":%d,\"speaker\":\"%s\",\"text\":\"%s\"%s}",
              id, speaker, text, ends ? ",\"end\":true" : "");
      return new ProducerRecord<>(topic, dialogue.getBytes(UTF_8), json.getBytes(UTF_8));
    }
  }

  /** Says more, and returns what is new. */
  List<Line> next(int utterances) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < utterances; i++) {
      lines.add(
          new Line(
              said.size() + i,
              "d" + random.nextInt(dialogues),
              random.nextBoolean() ? "user" : "system",
              text(),
              random.nextInt(ENDS_AFTER_ABOUT) == 0));
    }
    said.addAll(lines);
    return lines;
  }

  private String text() {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(LONGEST_TEXT); i >= 0; i--) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }

  /** Returns all that has been said, in order. */
  List<Line> said() {
    return List.copyOf(said);
  }

  /** Returns the intents of all that has been said, undisturbed: in one process and one by one. */
  List<Intent> intents(Path model) {
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      DialogueTracker tracker = new DialogueTracker(classifier);
      List<Intent> intents = new ArrayList<>();
      for (Line line : said) {
        intents.addAll(
            tracker.classify(List.of(new Utterance(line.text(), line.dialogue(), line.speaker()))));
        if (line.ends()) {
          tracker.forget(line.dialogue());
        }
      }
      return intents;
    }
  }

  /** Returns the intents of all that has been said, as if each had been said by itself. */
  List<Intent> intentsOfEachAlone(Path model) {
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      return classifier.classify(said.stream().map(Line::text).toList());
    }
  }
}

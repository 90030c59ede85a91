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
public final class Conversations {

  /** Most of them mean one thing or another, depending on what was said before. */
  private static final List<String> TEXTS =
      List.of(
          "네",
          "네.",
          "아니요",
          "맞아요.",
          "좋아요",
          "그럴게요",
          "왜요?",
          "감사합니다",
          "네, 말씀하세요",
          "안녕하세요, 일정 비서예요.",
          "공과금 내셨어요?",
          "이번 주 일정을 보여 드릴까요?",
          "그렇게 해 드릴게요.",
          "4월 2일로 미뤄 둘까요?");

  private static final int ENDS_AFTER_ABOUT = 40;

  private final Random random;
  private final int dialogues;
  private final int endsAfterAbout;
  private final List<Line> said = new ArrayList<>();

  private Conversations(long seed, int dialogues, int endsAfterAbout) {
    this.random = new Random(seed);
    this.dialogues = dialogues;
    this.endsAfterAbout = endsAfterAbout;
  }

  /** Begins dialogues that end now and then, and begin anew. */
  public static Conversations of(long seed, int dialogues) {
    return new Conversations(seed, dialogues, ENDS_AFTER_ABOUT);
  }

  /** Begins dialogues that never end. */
  static Conversations endless(long seed, int dialogues) {
    return new Conversations(seed, dialogues, Integer.MAX_VALUE);
  }

  /**
   * One utterance.
   *
   * @param id its place among all
   * @param ends whether its dialogue ends with it; another may begin under the same name
   */
  public record Line(int id, String dialogue, String speaker, String text, boolean ends) {

    public ProducerRecord<byte[], byte[]> record(String topic) {
      String json =
          String.format(
              "{\"utteranceId\":%d,\"speaker\":\"%s\",\"text\":\"%s\"%s}",
              id, speaker, text, ends ? ",\"end\":true" : "");
      return new ProducerRecord<>(topic, dialogue.getBytes(UTF_8), json.getBytes(UTF_8));
    }
  }

  /** Says more, and returns what is new. */
  public List<Line> next(int utterances) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < utterances; i++) {
      lines.add(
          new Line(
              said.size() + i,
              "d" + random.nextInt(dialogues),
              random.nextBoolean() ? "user" : "system",
              TEXTS.get(random.nextInt(TEXTS.size())),
              random.nextInt(endsAfterAbout) == 0));
    }
    said.addAll(lines);
    return lines;
  }

  /** Returns all that has been said, in order. */
  public List<Line> said() {
    return List.copyOf(said);
  }

  /** Returns the intents of all that has been said, undisturbed: in one process and one by one. */
  public List<Intent> intents(Path model) {
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

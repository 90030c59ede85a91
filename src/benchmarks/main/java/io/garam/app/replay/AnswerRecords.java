package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.io.Json;
import io.garam.streams.event.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Tagged events as a replay's topic of answers has them, in dialogues of ten utterances over four
 * partitions: one in ten is wrong, one in fifty has none of the model's intents.
 *
 * @param model whose labels they have
 * @param seed what tells the answers of two models apart
 */
record AnswerRecords(ModelSpec model, long seed) {

  /** Where the label is that people gave. */
  static final JsonPointer GOLD = JsonPointer.compile("/gold");

  private static final int PARTITIONS = 4;
  private static final long FIRST_TIME = 1_700_000_000_000L;

  /** Returns the record of an event, always the same. */
  ConsumerRecord<byte[], byte @Nullable []> answer(int event) {
    SplittableRandom random = new SplittableRandom(event);
    List<String> labels = model.decision().labels();
    int gold = random.nextInt(labels.size());
    boolean outOfScope = random.nextInt(50) == 0;
    String text = "an utterance of some length, number " + random.nextInt(1_000_000_000);
    SplittableRandom answers = new SplittableRandom(2L * event + seed);
    boolean wrong = answers.nextInt(10) == 0;
    int label = wrong ? (gold + 1 + answers.nextInt(labels.size() - 1)) % labels.size() : gold;
    float confidence = (float) Math.pow(answers.nextDouble(), wrong ? 1 : 0.1);
    ObjectNode value = Json.MAPPER.createObjectNode();
    value.put("utteranceId", "utterance-" + event);
    value.put("text", text);
    value.put("gold", outOfScope ? Intent.UNKNOWN : labels.get(gold));
    value.set(
        "intent",
        Json.MAPPER.valueToTree(
            new Intent(
                outOfScope && !wrong ? Intent.UNKNOWN : labels.get(label),
                confidence,
                List.of(new Alternative(labels.get(label), confidence)),
                model.reference(),
                null)));
    ConsumerRecord<byte[], byte @Nullable []> record =
        new ConsumerRecord<>(
            "answers",
            event / 10 % PARTITIONS,
            event,
            FIRST_TIME + 100L * event,
            TimestampType.CREATE_TIME,
            0,
            0,
            ("dialogue-" + event / 10).getBytes(UTF_8),
            value.toString().getBytes(UTF_8),
            new RecordHeaders(),
            Optional.empty());
    SourcePosition.writeHeader(record);
    return record;
  }
}

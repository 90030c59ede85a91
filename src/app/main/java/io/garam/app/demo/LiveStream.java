package io.garam.app.demo;

import io.garam.nlu.GaramException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes messages at a steady pace, and hands on what comes back as it comes. */
final class LiveStream {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(5);

  private final String bootstrapServers;
  private final String input;
  private final List<String> outputs;

  /**
   * @param outputs the topics of which each message sent shows up in one
   */
  LiveStream(String bootstrapServers, String input, List<String> outputs) {
    this.bootstrapServers = bootstrapServers;
    this.input = input;
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Sends messages and waits for all answers.
   *
   * @param rate messages a second
   * @param listener gets each record of the outputs
   * @param stop says whether somebody wants to stop
   * @return whether all answers came, and nobody wanted to stop before
   * @throws GaramException if an answer is missing after a minute
   */
  boolean play(
      List<ChatMessage> messages,
      int rate,
      Consumer<ConsumerRecord<String, String>> listener,
      BooleanSupplier stop) {
    try (KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers),
                new StringSerializer(),
                new StringSerializer());
        KafkaConsumer<String, String> consumer = OutputConsumer.at(bootstrapServers, outputs)) {
      long start = System.nanoTime();
      int sent = 0;
      int answered = 0;
      long lastProgress = start;
      List<Future<?>> sending = new ArrayList<>();
      while (answered < messages.size()) {
        if (stop.getAsBoolean()) {
          return false;
        }
        long due = Math.min(messages.size(), due(start, rate));
        for (; sent < due; sent++) {
          ChatMessage message = messages.get(sent);
          sending.add(producer.send(new ProducerRecord<>(input, message.key(), message.value())));
        }
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
          listener.accept(record);
          answered++;
          lastProgress = System.nanoTime();
        }
        if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
          throw new GaramException(
              "Expected an answer to each of "
                  + sent
                  + " events, but after "
                  + PATIENCE.toSeconds()
                  + " s without a further one only "
                  + answered
                  + " came ("
                  + sending.stream().filter(Future::isDone).count()
                  + " events reached the broker); look at the log lines above.");
        }
      }
      return true;
    }
  }

  private static long due(long start, int rate) {
    return 1 + (System.nanoTime() - start) * rate / TimeUnit.SECONDS.toNanos(1);
  }
}

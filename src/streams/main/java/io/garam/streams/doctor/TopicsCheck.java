package io.garam.streams.doctor;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.start.TopicCheck;
import java.util.List;

/**
 * Check whether the topics exist. It creates none.
 *
 * @param config one that does not create topics
 */
record TopicsCheck(GaramConfig config) implements Check {

  static final String NAME = "topics";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of(BrokersCheck.NAME);
  }

  @Override
  public Finding run() {
    List<String> topics =
        List.of(config.inputTopic(), config.outputTopic(), config.deadLetterTopic());
    new TopicCheck(config, topics).run();
    return Finding.ok(String.join(", ", topics));
  }
}

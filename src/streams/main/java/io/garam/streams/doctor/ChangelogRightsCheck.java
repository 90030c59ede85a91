package io.garam.streams.doctor;

import io.garam.streams.config.GaramConfig;
import io.garam.streams.start.AccessCheck;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Check of the rights to the changelog of dialogues: to read and write it, or to create it where it
 * does not exist yet. It is the one that a tagger makes when it starts.
 *
 * @param dialogues whether the model follows dialogues
 */
record ChangelogRightsCheck(GaramConfig config, BooleanSupplier dialogues) implements Check {

  @Override
  public String name() {
    return "rights to the changelog";
  }

  @Override
  public List<String> needs() {
    return List.of(TopicsCheck.NAME, TaggerChecks.MODEL);
  }

  @Override
  public Finding run() {
    if (!dialogues.getAsBoolean()) {
      return Finding.ok("not needed, since the model does not follow dialogues");
    }
    new AccessCheck(config, true).run();
    return Finding.ok(config.changelogTopic() + " can be used, or created");
  }
}

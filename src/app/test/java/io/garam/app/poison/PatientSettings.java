package io.garam.app.poison;

import io.garam.app.run.Cluster;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Settings of a tagger that is to lose no time limit on a busy machine. */
final class PatientSettings {

  private PatientSettings() {}

  /**
   * Returns them.
   *
   * @param store of what is remembered of dialogues: memory or rocksdb
   * @param folder within which the tagger has a folder of its own
   */
  static Map<String, String> of(Cluster cluster, Path model, String store, Path folder) {
    Map<String, String> settings = new HashMap<>(cluster.settings());
    settings.put(GaramConfig.MODEL, model.toString());
    settings.put(GaramConfig.DIALOGUE_STORE, store);
    settings.put("state.dir", folder.resolve(UUID.randomUUID().toString()).toString());
    settings.put("transaction.timeout.ms", "60000");
    settings.put("session.timeout.ms", "45000");
    settings.put("heartbeat.interval.ms", "3000");
    return settings;
  }
}

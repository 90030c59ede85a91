package io.garam.app.faults;

import java.util.Map;

/** Group protocol of Kafka Streams. */
enum GroupProtocol {
  /** The clients share the partitions out, and each says how long its session is. */
  CLASSIC {
    @Override
    void addTo(Map<String, String> settings) {
      settings.put("num.standby.replicas", "1");
    }
  },

  /** KIP-1071: the brokers share the partitions out, and say how long a session is. */
  STREAMS {
    @Override
    void addTo(Map<String, String> settings) {
      settings.put("group.protocol", "streams");
      settings.remove("session.timeout.ms");
      settings.remove("heartbeat.interval.ms");
    }
  };

  /** Changes the settings of a tagger. */
  abstract void addTo(Map<String, String> settings);
}

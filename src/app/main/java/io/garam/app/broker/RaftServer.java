package io.garam.app.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Kafka's server in KRaft mode, a broker and its controller. It uses classes that Kafka does not
 * call public, all of them here.
 */
record RaftServer(KafkaRaftServer server) implements AutoCloseable {

  /** Starts a server; what was started of it ends again if that fails. */
  static RaftServer start(Properties settings) {
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
    try {
      server.startup();
      return new RaftServer(server);
    } catch (Throwable e) { // Scala throws checked exceptions undeclared.
      try {
        new RaftServer(server).close();
      } catch (RuntimeException other) {
        e.addSuppressed(other);
      }
      throw e;
    }
  }

  /** Stops the server, and waits until it has. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Formats a data folder. Doing so again with another cluster id would make it useless. */
  static void formatOnce(Path folder) throws Exception {
    if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(BrokerSettings.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
  }
}

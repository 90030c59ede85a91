package io.garam.app.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * KRaft cluster of broker processes on loopback, each of which is a controller too. With three,
 * everything has three replicas, two of which must have what is acknowledged.
 */
record BrokerCluster(List<BrokerProcess> brokers) implements AutoCloseable {

  /**
   * Starts a cluster, and returns when all of its brokers answer.
   *
   * @param environment variables of the brokers beside this process's own
   */
  static BrokerCluster start(Path folder, int count, Map<String, String> environment)
      throws Exception {
    List<Integer> controllers = freePorts(count);
    String clusterId = Uuid.randomUuid().toString();
    BrokerCluster cluster = new BrokerCluster(new ArrayList<>());
    try {
      for (int node = 1; node <= count; node++) {
        List<Integer> ports = freePorts(2);
        Link link = Link.to(ports.get(0));
        cluster.brokers.add(
            BrokerProcess.start(
                folder.resolve("broker-" + node),
                clusterId,
                settings(node, controllers, ports, link.port()),
                link,
                environment));
      }
      cluster.awaitAll();
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  String bootstrapServers() {
    return brokers.stream().map(BrokerProcess::address).collect(Collectors.joining(","));
  }

  private void awaitAll() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      Condition all = () -> answering(admin) == brokers.size();
      all.await(brokers.size() + " brokers answer");
    }
  }

  private static int answering(Admin admin) throws InterruptedException {
    try {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException e) {
      return 0;
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /**
   * @param ports of the clients and of the other brokers
   * @param linkPort where clients are told to come
   */
  private static Properties settings(
      int node, List<Integer> controllers, List<Integer> ports, int linkPort) {
    int count = controllers.size();
    String replicas = Integer.toString(count);
    String inSync = Integer.toString(count == 1 ? 1 : 2);
    String host = "127.0.0.1:";
    String clients = "PLAINTEXT://" + host;
    String internal = "INTERNAL://" + host + ports.get(1);
    Properties settings = new Properties();
    settings.putAll(
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(node)),
            Map.entry(
                "controller.quorum.voters",
                IntStream.range(0, count)
                    .mapToObj(i -> (i + 1) + "@" + host + controllers.get(i))
                    .collect(Collectors.joining(","))),
            Map.entry(
                "listeners",
                String.join(
                    ",",
                    clients + ports.get(0),
                    internal,
                    "CONTROLLER://" + host + controllers.get(node - 1))),
            Map.entry("advertised.listeners", clients + linkPort + "," + internal),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "INTERNAL"),
            Map.entry(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", replicas),
            Map.entry("min.insync.replicas", inSync),
            Map.entry("offsets.topic.replication.factor", replicas),
            Map.entry("offsets.topic.num.partitions", replicas),
            Map.entry("transaction.state.log.replication.factor", replicas),
            Map.entry("transaction.state.log.min.isr", inSync),
            Map.entry("transaction.state.log.num.partitions", replicas),
            Map.entry("log.retention.ms", "-1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A member of the protocol `streams` is told these by the brokers.
            Map.entry("group.streams.min.session.timeout.ms", "1000"),
            Map.entry("group.streams.session.timeout.ms", "6000"),
            Map.entry("group.streams.min.heartbeat.interval.ms", "500"),
            Map.entry("group.streams.heartbeat.interval.ms", "1000"),
            Map.entry("group.streams.num.standby.replicas", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152")));
    return settings;
  }

  @Override
  public void close() {
    for (BrokerProcess broker : brokers) {
      broker.close();
    }
  }
}

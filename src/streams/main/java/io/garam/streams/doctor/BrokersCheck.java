package io.garam.streams.doctor;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Check whether brokers answer, and which features they have. */
public record BrokersCheck(Brokers brokers) implements Check {

  static final String NAME = "brokers";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Finding run() {
    try (Admin admin = brokers.admin()) {
      DescribeClusterResult cluster = admin.describeCluster();
      String found =
          "brokers: "
              + brokers.answer(cluster.nodes(), "the cluster").size()
              + ", cluster "
              + brokers.answer(cluster.clusterId(), "the cluster");
      try {
        FeatureMetadata features =
            brokers.answer(admin.describeFeatures().featureMetadata(), "their features");
        return Finding.ok(found + ", " + levels(features));
      } catch (GaramException e) {
        if (e.getCause() instanceof UnsupportedVersionException) {
          return Finding.warning(
              found
                  + ". Expected brokers of Kafka 2.7 or later, which tell their features, but these"
                  + " do not; exactly-once needs 2.5, so see which version they are of.");
        }
        throw e;
      }
    }
  }

  private static String levels(FeatureMetadata features) {
    Map<String, Short> levels = new TreeMap<>();
    features
        .finalizedFeatures()
        .forEach((name, range) -> levels.put(name, range.maxVersionLevel()));
    return levels.isEmpty()
        ? "no features"
        : levels.entrySet().stream()
            .map(level -> level.getKey() + " " + level.getValue())
            .collect(Collectors.joining(", "));
  }
}

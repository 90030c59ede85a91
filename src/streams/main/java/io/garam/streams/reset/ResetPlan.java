package io.garam.streams.reset;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plan of a reset: all that is kept for an application id, found before anything is removed.
 *
 * @param applicationId that is forgotten
 * @param group what its consumer group has committed, null where there is no group
 * @param changelog the topic that remembers its dialogues, null where there is none
 * @param repartition the topic that brings the events of a dialogue together, null where there is
 *     none
 * @param stateFolder what it keeps on this machine, null where it keeps nothing
 */
public record ResetPlan(
    String applicationId,
    @Nullable Group group,
    @Nullable Topic changelog,
    @Nullable Topic repartition,
    @Nullable Folder stateFolder) {

  /**
   * A consumer group.
   *
   * @param offsets what it has committed, by topic and partition
   */
  public record Group(String name, List<Offset> offsets) {
    public Group {
      offsets = List.copyOf(offsets);
    }
  }

  /** Where a group would go on in a partition. */
  public record Offset(String topic, int partition, long offset) {}

  /** A topic that Kafka Streams has made for the application id. */
  public record Topic(String name, int partitions) {}

  /**
   * A folder of local state.
   *
   * @param path absolute
   * @param bytes what its files take
   */
  public record Folder(String path, long bytes) {}

  /** Returns the topics that are removed. */
  public List<Topic> topics() {
    return Stream.of(changelog, repartition).filter(Objects::nonNull).toList();
  }

  /** Says whether there is nothing to remove. */
  @JsonIgnore
  public boolean isEmpty() {
    return group == null && topics().isEmpty() && stateFolder == null;
  }
}

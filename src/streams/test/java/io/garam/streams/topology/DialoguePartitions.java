package io.garam.streams.topology;

import io.garam.streams.batching.StoryModel;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Partitions that are closed after the test which opened them. */
final class DialoguePartitions implements AutoCloseable {

  private final List<DialoguePartition> opened = new ArrayList<>();
  private final Path folder;

  DialoguePartitions(Path folder) {
    this.folder = folder;
  }

  DialoguePartition open() {
    return open("d1", StoreKind.MEMORY);
  }

  /** Opens a partition that knows nothing yet, tagged by the model of that digest. */
  DialoguePartition open(String digest, StoreKind kind) {
    DialoguePartition partition = new DialoguePartition(folder, new StoryModel(digest), kind);
    opened.add(partition);
    return partition;
  }

  @Override
  public void close() {
    opened.forEach(DialoguePartition::close);
  }
}

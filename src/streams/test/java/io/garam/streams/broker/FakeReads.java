package io.garam.streams.broker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.message.FetchRequestData.FetchPartition;
import org.apache.kafka.common.message.FetchResponseData;
import org.apache.kafka.common.message.FetchResponseData.FetchableTopicResponse;
import org.apache.kafka.common.message.FetchResponseData.PartitionData;
import org.apache.kafka.common.message.ListOffsetsRequestData.ListOffsetsPartition;
import org.apache.kafka.common.message.ListOffsetsResponseData;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsPartitionResponse;
import org.apache.kafka.common.message.ListOffsetsResponseData.ListOffsetsTopicResponse;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.requests.ListOffsetsRequest;
import org.apache.kafka.common.requests.ListOffsetsResponse;

/** How the topics of a {@link FakeBroker} are read. */
final class FakeReads {

  private static final long PAUSE_MS = 5;
  private static final byte READ_COMMITTED = 1;

  private final FakeTopics topics;

  FakeReads(FakeTopics topics) {
    this.topics = topics;
  }

  AbstractResponse listOffsets(AbstractRequest request) {
    ListOffsetsRequest asked = (ListOffsetsRequest) request;
    boolean committed = asked.data().isolationLevel() == READ_COMMITTED;
    return new ListOffsetsResponse(
        new ListOffsetsResponseData()
            .setTopics(
                asked.data().topics().stream()
                    .map(
                        topic ->
                            new ListOffsetsTopicResponse()
                                .setName(topic.name())
                                .setPartitions(
                                    topic.partitions().stream()
                                        .map(one -> offset(topic.name(), one, committed))
                                        .toList()))
                    .toList()));
  }

  private ListOffsetsPartitionResponse offset(
      String topic, ListOffsetsPartition asked, boolean committed) {
    ListOffsetsPartitionResponse answer =
        new ListOffsetsPartitionResponse().setPartitionIndex(asked.partitionIndex());
    FakePartition partition = topics.partition(topic, asked.partitionIndex());
    if (partition == null) {
      return answer.setErrorCode(Errors.UNKNOWN_TOPIC_OR_PARTITION.code());
    }
    if (asked.timestamp() == ListOffsetsRequest.EARLIEST_TIMESTAMP) {
      return answer.setOffset(partition.start());
    }
    if (asked.timestamp() == ListOffsetsRequest.LATEST_TIMESTAMP) {
      return answer.setOffset(committed ? partition.lastStable() : partition.end());
    }
    for (Record record : partition.records()) {
      if (record.timestamp() >= asked.timestamp() && record.offset() >= partition.start()) {
        return answer.setOffset(record.offset()).setTimestamp(record.timestamp());
      }
    }
    return answer.setOffset(-1).setTimestamp(-1);
  }

  AbstractResponse fetch(AbstractRequest request) {
    FetchRequest asked = (FetchRequest) request;
    boolean committed = asked.isolationLevel().id() == READ_COMMITTED;
    List<FetchableTopicResponse> found = new ArrayList<>();
    asked
        .data()
        .topics()
        .forEach(
            topic ->
                found.add(
                    new FetchableTopicResponse()
                        .setTopic(topic.topic())
                        .setPartitions(
                            topic.partitions().stream()
                                .map(one -> read(topic.topic(), one, committed))
                                .toList())));
    boolean nothing =
        found.stream()
            .flatMap(topic -> topic.partitions().stream())
            .allMatch(one -> one.records().sizeInBytes() == 0);
    if (nothing) {
      pause();
    }
    return FetchResponse.of(new FetchResponseData().setResponses(found));
  }

  private PartitionData read(String topic, FetchPartition asked, boolean committed) {
    PartitionData answer =
        new PartitionData().setPartitionIndex(asked.partition()).setRecords(MemoryRecords.EMPTY);
    FakePartition partition = topics.partition(topic, asked.partition());
    if (partition == null) {
      return answer.setErrorCode(Errors.UNKNOWN_TOPIC_OR_PARTITION.code());
    }
    if (asked.fetchOffset() < partition.start() || asked.fetchOffset() > partition.end()) {
      return answer.setErrorCode(Errors.OFFSET_OUT_OF_RANGE.code());
    }
    List<MemoryRecords> batches =
        partition.from(asked.fetchOffset(), committed ? partition.lastStable() : partition.end());
    ByteBuffer bytes =
        ByteBuffer.allocate(batches.stream().mapToInt(MemoryRecords::sizeInBytes).sum());
    batches.forEach(batch -> bytes.put(batch.buffer().duplicate()));
    return answer
        .setHighWatermark(partition.end())
        .setLastStableOffset(partition.lastStable())
        .setLogStartOffset(partition.start())
        .setAbortedTransactions(partition.aborted())
        .setRecords(MemoryRecords.readableRecords(bytes.flip()));
  }

  /** Lest a client that waits for more asks without end. */
  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

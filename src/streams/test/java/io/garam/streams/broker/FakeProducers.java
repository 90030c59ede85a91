package io.garam.streams.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.message.AddOffsetsToTxnResponseData;
import org.apache.kafka.common.message.AddPartitionsToTxnResponseData;
import org.apache.kafka.common.message.EndTxnResponseData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponseCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.AddOffsetsToTxnResponse;
import org.apache.kafka.common.requests.AddPartitionsToTxnRequest;
import org.apache.kafka.common.requests.AddPartitionsToTxnResponse;
import org.apache.kafka.common.requests.EndTxnRequest;
import org.apache.kafka.common.requests.EndTxnResponse;
import org.apache.kafka.common.requests.InitProducerIdResponse;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.requests.TxnOffsetCommitRequest;
import org.apache.kafka.common.requests.TxnOffsetCommitResponse;

/**
 * What producers write to a {@link FakeBroker}. Of a transaction nothing is seen before it is
 * committed, and nothing of one that is aborted.
 */
public final class FakeProducers {

  private final FakeTopics topics;
  private final FakeGroups groups;
  private final AtomicLong ids = new AtomicLong();
  private final List<Runnable> open = new ArrayList<>();
  private final List<Integer> transactions = new ArrayList<>();
  private BiFunction<String, Record, Errors> judge = (topic, record) -> Errors.NONE;

  FakeProducers(FakeBroker broker, FakeTopics topics, FakeGroups groups) {
    this.topics = topics;
    this.groups = groups;
    broker.answer(ApiKeys.INIT_PRODUCER_ID, 4, request -> begin());
    broker.answer(ApiKeys.PRODUCE, 9, request -> produce((ProduceRequest) request));
    broker.answer(
        ApiKeys.ADD_PARTITIONS_TO_TXN, 3, request -> add((AddPartitionsToTxnRequest) request));
    broker.answer(
        ApiKeys.ADD_OFFSETS_TO_TXN,
        3,
        request -> new AddOffsetsToTxnResponse(new AddOffsetsToTxnResponseData()));
    broker.answer(
        ApiKeys.TXN_OFFSET_COMMIT, 3, request -> offsets((TxnOffsetCommitRequest) request));
    broker.answer(ApiKeys.END_TXN, 3, request -> end((EndTxnRequest) request));
  }

  /** Decides which records are refused, and with what. */
  public synchronized void judge(BiFunction<String, Record, Errors> errors) {
    judge = errors;
  }

  /** Returns how many records each transaction had that was committed. */
  public synchronized List<Integer> transactions() {
    return List.copyOf(transactions);
  }

  private AbstractResponse begin() {
    return new InitProducerIdResponse(
        new InitProducerIdResponseData()
            .setProducerId(ids.incrementAndGet())
            .setProducerEpoch((short) 0));
  }

  private synchronized AbstractResponse produce(ProduceRequest request) {
    TopicProduceResponseCollection answers = new TopicProduceResponseCollection();
    request
        .data()
        .topicData()
        .forEach(
            topic ->
                answers.add(
                    new TopicProduceResponse()
                        .setName(topic.name())
                        .setPartitionResponses(
                            topic.partitionData().stream()
                                .map(
                                    data ->
                                        write(
                                            topic.name(), data, request.transactionalId() != null))
                                .toList())));
    return new ProduceResponse(new ProduceResponseData().setResponses(answers));
  }

  private PartitionProduceResponse write(
      String topic, PartitionProduceData data, boolean transactional) {
    PartitionProduceResponse answer = new PartitionProduceResponse().setIndex(data.index());
    FakePartition partition = topics.partition(topic, data.index());
    List<SimpleRecord> records = new ArrayList<>();
    for (Record record : ((MemoryRecords) data.records()).records()) {
      Errors error = judge.apply(topic, record);
      if (error != Errors.NONE) {
        return answer.setErrorCode(error.code());
      }
      records.add(
          new SimpleRecord(
              record.timestamp(),
              record.hasKey() ? record.key().duplicate() : null,
              record.hasValue() ? record.value().duplicate() : null,
              record.headers()));
    }
    for (SimpleRecord record : records) {
      if (transactional) {
        open.add(() -> partition.append(record));
      } else {
        partition.append(record);
      }
    }
    return answer.setBaseOffset(partition.end());
  }

  private static AbstractResponse add(AddPartitionsToTxnRequest request) {
    Map<TopicPartition, Errors> errors = new HashMap<>();
    AddPartitionsToTxnRequest.getPartitions(request.data().v3AndBelowTopics())
        .forEach(partition -> errors.put(partition, Errors.NONE));
    return new AddPartitionsToTxnResponse(
        new AddPartitionsToTxnResponseData()
            .setResultsByTopicV3AndBelow(
                AddPartitionsToTxnResponse.resultForTransaction("", errors).topicResults()));
  }

  private synchronized AbstractResponse offsets(TxnOffsetCommitRequest request) {
    Map<TopicPartition, Errors> errors = new HashMap<>();
    request
        .offsets()
        .forEach(
            (partition, committed) -> {
              errors.put(partition, Errors.NONE);
              open.add(
                  () ->
                      groups.commit(
                          request.data().groupId(),
                          partition,
                          new OffsetAndMetadata(committed.offset)));
            });
    return new TxnOffsetCommitResponse(0, errors);
  }

  private synchronized AbstractResponse end(EndTxnRequest request) {
    if (request.data().committed()) {
      open.forEach(Runnable::run);
      transactions.add(open.size());
    }
    open.clear();
    return new EndTxnResponse(new EndTxnResponseData());
  }
}

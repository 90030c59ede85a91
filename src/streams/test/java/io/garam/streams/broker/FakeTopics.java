package io.garam.streams.broker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResult;
import org.apache.kafka.common.message.CreateTopicsResponseData.CreatableTopicResultCollection;
import org.apache.kafka.common.message.DeleteTopicsResponseData;
import org.apache.kafka.common.message.DeleteTopicsResponseData.DeletableTopicResult;
import org.apache.kafka.common.message.DeleteTopicsResponseData.DeletableTopicResultCollection;
import org.apache.kafka.common.message.DescribeConfigsResponseData;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResourceResult;
import org.apache.kafka.common.message.DescribeConfigsResponseData.DescribeConfigsResult;
import org.apache.kafka.common.message.MetadataRequestData.MetadataRequestTopic;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBrokerCollection;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopicCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.CreateTopicsRequest;
import org.apache.kafka.common.requests.CreateTopicsResponse;
import org.apache.kafka.common.requests.DeleteTopicsRequest;
import org.apache.kafka.common.requests.DeleteTopicsResponse;
import org.apache.kafka.common.requests.DescribeConfigsRequest;
import org.apache.kafka.common.requests.DescribeConfigsResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;

/** The topics of a {@link FakeBroker}: their partitions, settings and the rights to them. */
public final class FakeTopics {

  private static final byte TOPIC_CONFIG = 1;

  private final FakeBroker broker;
  private final Map<String, List<FakePartition>> topics =
      Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Map<String, String>> settings =
      Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Set<AclOperation>> rights =
      Collections.synchronizedMap(new TreeMap<>());

  private final Map<String, Errors> errors = Collections.synchronizedMap(new TreeMap<>());

  FakeTopics(FakeBroker broker) {
    this.broker = broker;
    broker.answer(ApiKeys.METADATA, 9, request -> metadata((MetadataRequest) request));
    broker.answer(ApiKeys.CREATE_TOPICS, 6, request -> create((CreateTopicsRequest) request));
    broker.answer(ApiKeys.DELETE_TOPICS, 5, request -> delete((DeleteTopicsRequest) request));
    broker.answer(
        ApiKeys.DESCRIBE_CONFIGS, 4, request -> describe((DescribeConfigsRequest) request));
    FakeReads reads = new FakeReads(this);
    broker.answer(ApiKeys.LIST_OFFSETS, 7, reads::listOffsets);
    broker.answer(ApiKeys.FETCH, 12, reads::fetch);
  }

  /** Makes a topic, and returns its only partition. */
  public FakePartition add(String name) {
    return add(name, 1).get(0);
  }

  public List<FakePartition> add(String name, int partitions) {
    List<FakePartition> all =
        IntStream.range(0, partitions).mapToObj(index -> new FakePartition()).toList();
    topics.put(name, all);
    return all;
  }

  public Set<String> names() {
    return Set.copyOf(topics.keySet());
  }

  /** Returns a partition; null where there is none. */
  public FakePartition partition(String topic, int partition) {
    List<FakePartition> all = topics.get(topic);
    return all == null || partition >= all.size() ? null : all.get(partition);
  }

  public int partitions(String topic) {
    return topics.get(topic).size();
  }

  /** Sets what a topic's configuration says. */
  public void set(String topic, Map<String, String> values) {
    settings.put(topic, values);
  }

  /** Returns what a topic was created with. */
  public Map<String, String> settings(String topic) {
    return settings.getOrDefault(topic, Map.of());
  }

  /** Names the only rights to a topic. */
  public void grant(String topic, AclOperation... operations) {
    Set<AclOperation> granted = EnumSet.noneOf(AclOperation.class);
    granted.addAll(List.of(operations));
    rights.put(topic, granted);
  }

  /** Answers with an error whoever asks what a topic is. */
  public void refuse(String topic, Errors error) {
    errors.put(topic, error);
  }

  static int bits(Set<AclOperation> granted) {
    return granted == null
        ? Integer.MIN_VALUE
        : granted.stream().mapToInt(operation -> 1 << operation.code()).sum();
  }

  private AbstractResponse metadata(MetadataRequest request) {
    MetadataResponseBrokerCollection nodes = new MetadataResponseBrokerCollection();
    nodes.add(
        new MetadataResponseBroker().setNodeId(0).setHost("127.0.0.1").setPort(broker.port()));
    MetadataResponseTopicCollection found = new MetadataResponseTopicCollection();
    List<MetadataRequestTopic> asked = request.data().topics();
    for (String name :
        asked == null ? names() : asked.stream().map(MetadataRequestTopic::name).toList()) {
      found.add(topic(name));
    }
    return new MetadataResponse(
        new MetadataResponseData()
            .setBrokers(nodes)
            .setClusterId("fake")
            .setControllerId(0)
            .setTopics(found),
        request.version());
  }

  private MetadataResponseTopic topic(String name) {
    List<FakePartition> partitions = topics.get(name);
    MetadataResponseTopic topic = new MetadataResponseTopic().setName(name);
    if (errors.containsKey(name)) {
      return topic.setErrorCode(errors.get(name).code());
    }
    if (partitions == null) {
      return topic.setErrorCode(Errors.UNKNOWN_TOPIC_OR_PARTITION.code());
    }
    return topic
        .setTopicAuthorizedOperations(bits(rights.get(name)))
        .setPartitions(
            IntStream.range(0, partitions.size())
                .mapToObj(
                    index ->
                        new MetadataResponsePartition()
                            .setPartitionIndex(index)
                            .setLeaderId(0)
                            .setReplicaNodes(List.of(0))
                            .setIsrNodes(List.of(0)))
                .toList());
  }

  private AbstractResponse create(CreateTopicsRequest request) {
    CreatableTopicResultCollection results = new CreatableTopicResultCollection();
    request
        .data()
        .topics()
        .forEach(
            topic -> {
              boolean there = topics.containsKey(topic.name());
              if (!there && !request.data().validateOnly()) {
                add(topic.name(), topic.numPartitions());
                Map<String, String> values = new TreeMap<>();
                topic.configs().forEach(config -> values.put(config.name(), config.value()));
                set(topic.name(), values);
              }
              results.add(
                  new CreatableTopicResult()
                      .setName(topic.name())
                      .setNumPartitions(topic.numPartitions())
                      .setErrorCode((there ? Errors.TOPIC_ALREADY_EXISTS : Errors.NONE).code()));
            });
    return new CreateTopicsResponse(new CreateTopicsResponseData().setTopics(results));
  }

  private AbstractResponse delete(DeleteTopicsRequest request) {
    DeletableTopicResultCollection results = new DeletableTopicResultCollection();
    for (String name : request.data().topicNames()) {
      boolean there = topics.remove(name) != null;
      results.add(
          new DeletableTopicResult()
              .setName(name)
              .setErrorCode((there ? Errors.NONE : Errors.UNKNOWN_TOPIC_OR_PARTITION).code()));
    }
    return new DeleteTopicsResponse(new DeleteTopicsResponseData().setResponses(results));
  }

  private AbstractResponse describe(DescribeConfigsRequest request) {
    List<DescribeConfigsResult> results = new ArrayList<>();
    request
        .data()
        .resources()
        .forEach(
            resource -> {
              boolean there = topics.containsKey(resource.resourceName());
              results.add(
                  new DescribeConfigsResult()
                      .setResourceType(resource.resourceType())
                      .setResourceName(resource.resourceName())
                      .setErrorCode(
                          (there ? Errors.NONE : Errors.UNKNOWN_TOPIC_OR_PARTITION).code())
                      .setConfigs(
                          settings(resource.resourceName()).entrySet().stream()
                              .map(
                                  entry ->
                                      new DescribeConfigsResourceResult()
                                          .setName(entry.getKey())
                                          .setConfigSource(TOPIC_CONFIG)
                                          .setValue(entry.getValue()))
                              .toList()));
            });
    return new DescribeConfigsResponse(new DescribeConfigsResponseData().setResults(results));
  }
}

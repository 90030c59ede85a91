package io.garam.streams.broker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.message.DeleteGroupsResponseData;
import org.apache.kafka.common.message.DeleteGroupsResponseData.DeletableGroupResult;
import org.apache.kafka.common.message.DeleteGroupsResponseData.DeletableGroupResultCollection;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.message.DescribeGroupsResponseData.DescribedGroup;
import org.apache.kafka.common.message.DescribeGroupsResponseData.DescribedGroupMember;
import org.apache.kafka.common.message.FindCoordinatorResponseData;
import org.apache.kafka.common.message.FindCoordinatorResponseData.Coordinator;
import org.apache.kafka.common.message.ListGroupsResponseData;
import org.apache.kafka.common.message.ListGroupsResponseData.ListedGroup;
import org.apache.kafka.common.message.OffsetFetchResponseData;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponseGroup;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponsePartitions;
import org.apache.kafka.common.message.OffsetFetchResponseData.OffsetFetchResponseTopics;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.DeleteGroupsRequest;
import org.apache.kafka.common.requests.DeleteGroupsResponse;
import org.apache.kafka.common.requests.DescribeGroupsRequest;
import org.apache.kafka.common.requests.DescribeGroupsResponse;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.ListGroupsResponse;
import org.apache.kafka.common.requests.OffsetCommitRequest;
import org.apache.kafka.common.requests.OffsetCommitResponse;
import org.apache.kafka.common.requests.OffsetFetchRequest;
import org.apache.kafka.common.requests.OffsetFetchResponse;

/** The consumer groups of a {@link FakeBroker}: their offsets, members and the rights to them. */
public final class FakeGroups {

  private final FakeBroker broker;
  private final Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets =
      Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Integer> members = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Set<AclOperation>> rights =
      Collections.synchronizedMap(new TreeMap<>());

  FakeGroups(FakeBroker broker) {
    this.broker = broker;
    broker.answer(
        ApiKeys.FIND_COORDINATOR, 4, request -> coordinators((FindCoordinatorRequest) request));
    broker.answer(ApiKeys.OFFSET_FETCH, 8, request -> fetch((OffsetFetchRequest) request));
    broker.answer(ApiKeys.OFFSET_COMMIT, 8, request -> commit((OffsetCommitRequest) request));
    broker.answer(ApiKeys.DESCRIBE_GROUPS, 6, request -> describe((DescribeGroupsRequest) request));
    broker.answer(ApiKeys.LIST_GROUPS, 4, request -> list());
    broker.answer(ApiKeys.DELETE_GROUPS, 2, request -> delete((DeleteGroupsRequest) request));
  }

  /** Makes a group with so many members and nothing committed. */
  public void add(String group, int size) {
    offsets.computeIfAbsent(group, unknown -> new HashMap<>());
    members.put(group, size);
  }

  public void commit(String group, TopicPartition partition, OffsetAndMetadata offset) {
    offsets.computeIfAbsent(group, unknown -> new HashMap<>()).put(partition, offset);
  }

  public void commit(String group, String topic, int partition, long offset) {
    commit(group, new TopicPartition(topic, partition), new OffsetAndMetadata(offset));
  }

  /** Returns what a group has committed. */
  public Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    return Map.copyOf(offsets.getOrDefault(group, Map.of()));
  }

  public Set<String> names() {
    return Set.copyOf(offsets.keySet());
  }

  /** Names the only rights to a group. */
  public void grant(String group, AclOperation... operations) {
    Set<AclOperation> granted = EnumSet.noneOf(AclOperation.class);
    granted.addAll(List.of(operations));
    rights.put(group, granted);
  }

  private AbstractResponse coordinators(FindCoordinatorRequest request) {
    return new FindCoordinatorResponse(
        new FindCoordinatorResponseData()
            .setCoordinators(
                request.data().coordinatorKeys().stream()
                    .map(
                        key ->
                            new Coordinator()
                                .setKey(key)
                                .setNodeId(0)
                                .setHost("127.0.0.1")
                                .setPort(broker.port()))
                    .toList()));
  }

  private AbstractResponse fetch(OffsetFetchRequest request) {
    List<OffsetFetchResponseGroup> groups = new ArrayList<>();
    request
        .data()
        .groups()
        .forEach(
            asked -> {
              List<OffsetFetchResponseTopics> topics = new ArrayList<>();
              committed(asked.groupId())
                  .forEach((partition, offset) -> topics.add(committed(partition, offset)));
              groups.add(
                  new OffsetFetchResponseGroup().setGroupId(asked.groupId()).setTopics(topics));
            });
    return new OffsetFetchResponse(
        new OffsetFetchResponseData().setGroups(groups), request.version());
  }

  private static OffsetFetchResponseTopics committed(
      TopicPartition partition, OffsetAndMetadata offset) {
    return new OffsetFetchResponseTopics()
        .setName(partition.topic())
        .setPartitions(
            List.of(
                new OffsetFetchResponsePartitions()
                    .setPartitionIndex(partition.partition())
                    .setCommittedOffset(offset.offset())
                    .setMetadata(offset.metadata())));
  }

  private AbstractResponse commit(OffsetCommitRequest request) {
    String group = request.data().groupId();
    boolean busy = members.getOrDefault(group, 0) > 0;
    Map<TopicPartition, Errors> errors = new HashMap<>();
    request
        .data()
        .topics()
        .forEach(
            topic ->
                topic
                    .partitions()
                    .forEach(
                        one -> {
                          TopicPartition partition =
                              new TopicPartition(topic.name(), one.partitionIndex());
                          errors.put(partition, busy ? Errors.UNKNOWN_MEMBER_ID : Errors.NONE);
                          if (!busy) {
                            commit(
                                group,
                                partition,
                                new OffsetAndMetadata(
                                    one.committedOffset(), one.committedMetadata()));
                          }
                        }));
    return new OffsetCommitResponse(errors);
  }

  private AbstractResponse describe(DescribeGroupsRequest request) {
    return new DescribeGroupsResponse(
        new DescribeGroupsResponseData()
            .setGroups(request.data().groups().stream().map(this::described).toList()));
  }

  private DescribedGroup described(String group) {
    DescribedGroup described =
        new DescribedGroup().setGroupId(group).setProtocolType("consumer").setGroupState("Stable");
    if (!offsets.containsKey(group)) {
      return described.setErrorCode(Errors.GROUP_ID_NOT_FOUND.code()).setGroupState("Dead");
    }
    return described
        .setAuthorizedOperations(FakeTopics.bits(rights.get(group)))
        .setMembers(
            IntStream.range(0, members.getOrDefault(group, 0))
                .mapToObj(
                    index ->
                        new DescribedGroupMember()
                            .setMemberId("m" + index)
                            .setClientId("c")
                            .setClientHost("h"))
                .toList());
  }

  private AbstractResponse list() {
    return new ListGroupsResponse(
        new ListGroupsResponseData()
            .setGroups(
                names().stream()
                    .map(
                        name ->
                            new ListedGroup()
                                .setGroupId(name)
                                .setProtocolType("consumer")
                                .setGroupState("Stable"))
                    .toList()));
  }

  private AbstractResponse delete(DeleteGroupsRequest request) {
    DeletableGroupResultCollection results = new DeletableGroupResultCollection();
    for (String group : request.data().groupsNames()) {
      Errors error =
          !offsets.containsKey(group)
              ? Errors.GROUP_ID_NOT_FOUND
              : members.getOrDefault(group, 0) > 0 ? Errors.NON_EMPTY_GROUP : Errors.NONE;
      if (error == Errors.NONE) {
        offsets.remove(group);
      }
      results.add(new DeletableGroupResult().setGroupId(group).setErrorCode(error.code()));
    }
    return new DeleteGroupsResponse(new DeleteGroupsResponseData().setResults(results));
  }
}

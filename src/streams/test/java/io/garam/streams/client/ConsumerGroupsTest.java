package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.message.DescribeGroupsResponseData;
import org.apache.kafka.common.message.DescribeGroupsResponseData.DescribedGroup;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.DescribeGroupsRequest;
import org.apache.kafka.common.requests.DescribeGroupsResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ConsumerGroupsTest {

  @AutoClose private final FakeBroker broker = new FakeBroker();
  @AutoClose private final Admin admin = broker.brokers().admin();
  private final ConsumerGroups groups = new ConsumerGroups(broker.brokers(), admin);

  @Test
  void aGroupHasItsMembersAndWhatIsGranted() {
    broker.groups.add("g", 2);
    broker.groups.grant("g", AclOperation.READ, AclOperation.DELETE);
    ConsumerGroup found = groups.find("g", AclOperation.DESCRIBE).orElseThrow();
    assertThat(found.members())
        .containsExactly(new GroupMember("c", "h"), new GroupMember("c", "h"));
    assertThat(found.granted()).containsExactlyInAnyOrder(AclOperation.READ, AclOperation.DELETE);
  }

  @Test
  void whereBrokersDoNotTellTheRightsNoneAreMadeUp() {
    broker.groups.add("g", 0);
    assertThat(groups.find("g", AclOperation.DESCRIBE).orElseThrow())
        .isEqualTo(new ConsumerGroup(List.of(), null));
  }

  @Test
  void onOldBrokersAGroupThatIsNoConsumersIsNone() {
    broker.groups.add("g", 1);
    assertThat(groups.find("other", AclOperation.DESCRIBE)).isEmpty();
  }

  /** Brokers before version 4 call it dead, and newer ones say that there is none. */
  @Test
  void aDeadGroupIsNone() {
    broker.answer(
        ApiKeys.DESCRIBE_GROUPS,
        request ->
            new DescribeGroupsResponse(
                new DescribeGroupsResponseData()
                    .setGroups(
                        ((DescribeGroupsRequest) request)
                            .data().groups().stream()
                                .map(
                                    group ->
                                        new DescribedGroup()
                                            .setGroupId(group)
                                            .setGroupState("Dead")
                                            .setProtocolType(""))
                                .toList())));
    assertThat(groups.find("g", AclOperation.DESCRIBE)).isEmpty();
  }

  @Test
  void aGroupThatMayNotBeDescribedIsRefused() {
    broker.groups.add("g", 1);
    broker.refuse(ApiKeys.DESCRIBE_GROUPS, Errors.GROUP_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> groups.find("g", AclOperation.DESCRIBE))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected to be allowed to use the group g on " + broker.address() + ", but the ");
  }

  @Test
  void aMemberIsShownWithoutTheSlashOfItsAddress() {
    assertThat(new GroupMember("garam-1", "/10.0.0.7")).hasToString("garam-1 at 10.0.0.7");
    assertThat(new GroupMember("garam-1", "host")).hasToString("garam-1 at host");
    assertThat(new GroupMember("garam-1", "")).hasToString("garam-1 at ");
  }
}

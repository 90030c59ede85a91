package io.garam.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.config.GaramConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBrokerCollection;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopicCollection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionsCheckTest {

  private static final String CHANGELOG = "garam-dialogues-changelog";
  private static final String REPARTITION = "garam-dialogue-repartition";

  @AutoClose private final FakeBroker broker = new FakeBroker();
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void topics() {
    broker.topics.add("utterances", 3);
    broker.topics.add("intents", 5);
    broker.topics.add("utterances-dead-letters");
    settings.put("garam.model", "none");
    settings.put("bootstrap.servers", broker.address());
    settings.put("num.stream.threads", "3");
  }

  private Finding run(boolean dialogues) {
    return new PartitionsCheck(GaramConfig.of(settings), broker.brokers(), () -> dialogues).run();
  }

  @Test
  void aThreadForEachPartitionIsEnoughWhateverTheOutputHas() {
    assertThat(run(false)).isEqualTo(Finding.ok("utterances has 3"));
  }

  @Test
  void oneThreadMoreThanPartitionsHasNothingToDo() {
    settings.put("num.stream.threads", "4");
    assertThat(run(false))
        .isEqualTo(
            Finding.warning(
                "utterances has 3; 4 threads are set, of which 1 will have nothing to do: set"
                    + " --threads lower, or add partitions."));
  }

  @Test
  void aChangelogThatIsNotThereYetWillFit() {
    assertThat(run(true)).isEqualTo(Finding.ok("utterances has 3"));
  }

  @Test
  void aChangelogOfAsManyPartitionsFits() {
    broker.topics.add(CHANGELOG, 3);
    assertThat(run(true)).isEqualTo(Finding.ok("utterances has 3, and " + CHANGELOG + " as many"));
  }

  @Test
  void aChangelogOfAnotherCountIsAFaultThoughThreadsAreTooManyToo() {
    settings.put("num.stream.threads", "9");
    broker.topics.add(CHANGELOG, 2);
    assertThat(run(true))
        .isEqualTo(
            Finding.fault(
                "Expected the topic garam-dialogues-changelog, which keeps what is remembered of"
                    + " dialogues, to have as many partitions as the input topic (3), but it has 2;"
                    + " stop all instances, delete that topic and start again: all dialogues begin"
                    + " anew. Where garam.dialogue.store is rocksdb, delete the folder of the"
                    + " application id in state.dir too, on every machine."));
  }

  @Test
  void aRepartitionTopicHasAsManyAndGivesAsManyThreadsToDo() {
    settings.put("garam.dialogue.pointer", "/call");
    settings.put("num.stream.threads", "6");
    assertThat(run(false)).isEqualTo(Finding.ok("utterances has 3"));
    broker.topics.add(REPARTITION, 3);
    assertThat(run(false))
        .isEqualTo(Finding.ok("utterances has 3, and " + REPARTITION + " as many"));
    settings.put("num.stream.threads", "7");
    assertThat(run(false).message()).contains("7 threads are set, of which 1 will");
    settings.remove("garam.dialogue.pointer");
    assertThat(run(false).message()).contains("7 threads are set, of which 4 will");
  }

  @Test
  void aRepartitionTopicOfAnotherCountIsAFault() {
    settings.put("garam.dialogue.pointer", "/call");
    broker.topics.add(REPARTITION, 4);
    assertThat(run(false).message())
        .startsWith("Expected the topic garam-dialogue-repartition, which brings the events of a");
  }

  @Test
  void aPartitionWithoutALeaderIsAFaultOfItsTopic() {
    broker.answer(ApiKeys.METADATA, this::withoutALeader);
    assertThat(run(false))
        .isEqualTo(
            Finding.fault(
                "Expected a leader of each partition of intents, but there are some without; see"
                    + " which brokers are away."));
  }

  private AbstractResponse withoutALeader(AbstractRequest request) {
    MetadataResponseBrokerCollection nodes = new MetadataResponseBrokerCollection();
    nodes.add(
        new MetadataResponseBroker().setNodeId(0).setHost("127.0.0.1").setPort(broker.port()));
    MetadataResponseTopicCollection found = new MetadataResponseTopicCollection();
    ((MetadataRequest) request)
        .data()
        .topics()
        .forEach(
            asked ->
                found.add(
                    new MetadataResponseTopic()
                        .setName(asked.name())
                        .setPartitions(
                            List.of(
                                partition(0, 0),
                                partition(1, asked.name().equals("intents") ? -1 : 0)))));
    return new MetadataResponse(
        new MetadataResponseData().setBrokers(nodes).setControllerId(0).setTopics(found),
        request.version());
  }

  private static MetadataResponsePartition partition(int index, int leader) {
    return new MetadataResponsePartition()
        .setPartitionIndex(index)
        .setLeaderId(leader)
        .setErrorCode((leader < 0 ? Errors.LEADER_NOT_AVAILABLE : Errors.NONE).code())
        .setReplicaNodes(List.of(0))
        .setIsrNodes(List.of(0));
  }

  @Test
  void aTopicThatMayNotBeDescribedIsNamed() {
    broker.topics.refuse("utterances-dead-letters", Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> run(false))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected to be allowed to use the topic utterances-dead-letters on "
                + broker.address());
  }
}

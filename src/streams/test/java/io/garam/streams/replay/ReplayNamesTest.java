package io.garam.streams.replay;

import static io.garam.streams.replay.ReplayNames.idOfGroup;
import static io.garam.streams.replay.ReplayNames.idOfTopic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayNamesTest {

  private static ReplayRequest request(String id, String topic, String output) {
    return new ReplayRequest(
        id, topic, null, null, List.of(Path.of("m")), output, List.of(), Map.of());
  }

  @Test
  void theNamesOfAReplayAreThoseOfTheDocumentation() {
    ReplayNames names = new ReplayNames("r1");
    assertThat(names.groups()).containsExactly("garam-replay-r1", "garam-replay-r1-against");
    assertThat(names.topics())
        .containsExactly(
            "garam-replay-r1-answers",
            "garam-replay-r1-against-answers",
            "garam-replay-r1-dead-letters",
            "garam-replay-r1-against-dead-letters",
            "garam-replay-r1-dialogues-changelog",
            "garam-replay-r1-against-dialogues-changelog",
            "garam-replay-r1-plan");
  }

  @Test
  void theUsersOutputTopicTakesTheAnswersOfTheFirstPassAlone() {
    ReplayNames names = new ReplayNames("r1");
    assertThat(names.answers(0, "out")).isEqualTo("out");
    assertThat(names.answers(1, "out")).isEqualTo("garam-replay-r1-against-answers");
    assertThat(names.topics()).as("a user's topic is not deleted with it").doesNotContain("out");
  }

  @Test
  void theLongestIdMakesNamesThatKafkaTakes() {
    String id = "x".repeat(180);
    assertThatCode(() -> request(id, "t", null)).doesNotThrowAnyException();
    for (String name : new ReplayNames(id).topics()) {
      assertThatCode(() -> Topic.validate(name)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "가", "a\n", "\ud83d\ude00", "a:b"})
  void anIdThatCannotBePartOfANameIsRefused(String id) {
    assertThatThrownBy(() -> request(id, "t", null))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected an id of at most 180 letters, digits, dots, dashes and underscores, but"
                + " found \""
                + id
                + "\"; name the replay otherwise with --id.");
  }

  @Test
  void anIdOneTooLongIsRefused() {
    assertThatThrownBy(() -> request("x".repeat(181), "t", null))
        .isInstanceOf(GaramException.class);
  }

  /**
   * The replay "x-against" and the second pass of "x" once shared a group and topics, and to begin
   * or end the one deleted the answers of the other.
   */
  @Test
  void noReplayHasANameOfAnothers() {
    List<String> ids = new ArrayList<>();
    for (String suffix :
        List.of("", "-against", "-against-against", "-plan", "-answers", "-dead-letters")) {
      for (String start : List.of("x", "y", "against", "plan")) {
        ids.add(start + suffix);
      }
    }
    List<String> possible = ids.stream().filter(ReplayNamesTest::isTaken).toList();
    assertThat(possible).contains("x", "against", "x-plan", "x-answers");
    for (String one : possible) {
      for (String other : possible) {
        if (!one.equals(other)) {
          Set<String> topics = new HashSet<>(new ReplayNames(one).topics());
          topics.retainAll(new HashSet<>(new ReplayNames(other).topics()));
          assertThat(topics).as("topics of %s and %s", one, other).isEmpty();
          Set<String> groups = new HashSet<>(new ReplayNames(one).groups());
          groups.retainAll(new ReplayNames(other).groups());
          assertThat(groups).as("groups of %s and %s", one, other).isEmpty();
        }
      }
    }
  }

  private static boolean isTaken(String id) {
    try {
      var unused = request(id, "t", null);
      return true;
    } catch (GaramException e) {
      assertThat(e)
          .hasMessage(
              "Expected an id that does not end in \"-against\", which the second pass of another"
                  + " replay has, but found \""
                  + id
                  + "\"; name the replay otherwise with --id.");
      return false;
    }
  }

  @Test
  void theSourceIsNeverTheOutput() {
    assertThatThrownBy(() -> request("r", "t", "t"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected an output topic other than the topic that is replayed, but both are t; name"
                + " another, or none.");
    assertThatCode(() -> request("r", "t", "T")).doesNotThrowAnyException();
  }

  @Test
  void theIdIsReadOffItsTopicsAndGroups() {
    for (String id :
        new String[] {"r", "utterances", "r-plan", "a-answers", "x.dialogues-changelog"}) {
      ReplayNames names = new ReplayNames(id);
      assertThat(names.topics()).allSatisfy(name -> assertThat(idOfTopic(name)).contains(id));
      assertThat(names.groups()).allSatisfy(name -> assertThat(idOfGroup(name)).contains(id));
    }
    assertThat(idOfTopic("garam-replay-notes")).isEmpty();
    assertThat(idOfTopic("garam-replay--plan")).isEmpty();
    assertThat(idOfTopic("garam-dialogues-changelog")).isEmpty();
    assertThat(idOfGroup("garam")).isEmpty();
  }
}

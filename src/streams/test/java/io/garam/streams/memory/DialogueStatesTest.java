package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.memory.DialogueStates.LoadedDialogue;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DialogueStatesTest {

  private static final long IDLE = 100;
  private static final Bytes A = Bytes.wrap("a".getBytes(UTF_8));
  private static final Bytes B = Bytes.wrap("b".getBytes(UTF_8));

  private final KeyValueStore<Bytes, DialogueEntry> store = store();
  private final DialogueStates states = new DialogueStates(store, IDLE);

  @AfterEach
  void close() {
    store.close();
  }

  private static KeyValueStore<Bytes, DialogueEntry> store() {
    KeyValueStore<Bytes, DialogueEntry> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("s"), Serdes.Bytes(), new DialogueEntrySerde())
            .withLoggingDisabled()
            .build();
    StateStoreContext context = new MockProcessorContext<Void, Void>().getStateStoreContext();
    store.init(context, store);
    return store;
  }

  /** A model whose memory has a size, and which is asked for no step. */
  private record Model(String digest, int size) implements DialogueModel {
    @Override
    public DialogueMemory initialState() {
      return new DialogueMemory(0, null, new float[size]);
    }

    @Override
    public boolean takes(DialogueMemory memory) {
      return memory.state().length == size;
    }

    @Override
    public List<Step> step(List<Turn> turns) {
      throw new UnsupportedOperationException("no step");
    }
  }

  private LoadedDialogue load(Bytes dialogue, long now) {
    return DialogueStates.state(states.find(dialogue, now), now, new Model("m", 2));
  }

  private static DialogueEntry entry(String model, long time, float... state) {
    return new DialogueEntry(model, new DialogueMemory(4, "user", state), time, List.of(9L));
  }

  private void assertNew(LoadedDialogue loaded, long now, boolean replaces) {
    assertThat(loaded.replacesOtherModel()).isEqualTo(replaces);
    assertThat(loaded.entry())
        .usingRecursiveComparison()
        .isEqualTo(
            new DialogueEntry("m", new DialogueMemory(0, null, new float[2]), now, List.of()));
  }

  @Test
  void aDialogueThatIsNotKnownIsNew() {
    assertNew(load(A, 7), 7, false);
    assertNew(load(null, 7), 7, false);
    assertThat(store.approximateNumEntries()).as("to look remembers nothing").isZero();
  }

  @Test
  void aDialogueIsRememberedUntilItHasBeenIdleForLonger() {
    states.remember(A, entry("m", 1000, 1, 2));
    assertThat(load(A, 1000 + IDLE).entry().memory().utterances()).isEqualTo(4);
    assertNew(load(A, 1000 + IDLE + 1), 1000 + IDLE + 1, false);
    assertThat(load(A, 0).entry().memory().utterances())
        .as("a clock that is behind makes nothing idle")
        .isEqualTo(4);
  }

  @Test
  void whatAnotherModelRemembersIsReplacedAndSaidToBe() {
    states.remember(A, entry("other", 1000, 1, 2));
    assertNew(load(A, 1001), 1001, true);
    states.remember(A, entry("m", 1000, 1, 2, 3));
    assertNew(load(A, 1001), 1001, true);
    assertNew(load(A, 1000 + IDLE + 1), 1000 + IDLE + 1, false);
  }

  @Test
  void aDialogueThatHasEndedIsNewAndOthersStay() {
    states.remember(A, entry("m", 1000, 1, 2));
    states.remember(B, entry("m", 1000, 3, 4));
    states.forget(A);
    states.forget(A);
    assertNew(load(A, 1000), 1000, false);
    assertThat(load(B, 1000).entry().memory().state()).containsExactly(3, 4);
  }

  @Test
  void aSweepTakesWhatIsNoLongerLoadedAndNothingElse() {
    states.remember(A, entry("m", 1000, 1, 2));
    states.remember(B, entry("m", 1001, 3, 4));
    states.sweep(1000 + IDLE);
    assertThat(store.get(A)).isNotNull();
    states.sweep(1001 + IDLE);
    assertThat(store.get(A)).isNull();
    assertThat(store.get(B)).isNotNull();
  }

  @Test
  void aSweepTakesIdleEntriesOfAnotherModelToo() {
    states.remember(A, entry("other", 1000, 1));
    states.sweep(1001 + IDLE);
    assertThat(store.get(A)).isNull();
  }
}

package io.garam.streams.memory;

import io.garam.streams.memory.DialogueSettings.StoreKind;

class MemoryDialogueStoreTest extends DialogueStoreKit {
  @Override
  StoreKind kind() {
    return StoreKind.MEMORY;
  }
}

package io.garam.streams.memory;

import io.garam.streams.memory.DialogueSettings.StoreKind;

class RocksDbDialogueStoreTest extends DialogueStoreKit {
  @Override
  StoreKind kind() {
    return StoreKind.ROCKSDB;
  }
}

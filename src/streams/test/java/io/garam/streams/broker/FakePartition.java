package io.garam.streams.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.FetchResponseData.AbortedTransaction;
import org.apache.kafka.common.record.internal.ControlRecordType;
import org.apache.kafka.common.record.internal.EndTransactionMarker;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.record.internal.SimpleRecord;

/** A partition's log: batches of records, with the gaps that brokers leave in one. */
public final class FakePartition {

  private final List<MemoryRecords> batches = new ArrayList<>();
  private final List<AbortedTransaction> aborted = new ArrayList<>();
  private long start;
  private long end;
  private long openFrom = -1;

  /** Appends records, a batch each. */
  public synchronized FakePartition append(SimpleRecord... records) {
    for (SimpleRecord record : records) {
      batches.add(MemoryRecords.withRecords(end, Compression.NONE, record));
      end++;
    }
    return this;
  }

  /** Appends a record without a key, of a value and a time in milliseconds. */
  public FakePartition append(String value, long time) {
    return append(new SimpleRecord(time, value.getBytes(UTF_8)));
  }

  /** Appends the records of a transaction and its end, which takes an offset too. */
  public synchronized FakePartition transaction(
      long producer, boolean committed, SimpleRecord... records) {
    long first = end;
    batches.add(
        MemoryRecords.withTransactionalRecords(
            first, Compression.NONE, producer, (short) 0, 0, -1, records));
    end += records.length;
    ControlRecordType kind = committed ? ControlRecordType.COMMIT : ControlRecordType.ABORT;
    batches.add(
        MemoryRecords.withEndTransactionMarker(
            end, 0, -1, producer, (short) 0, new EndTransactionMarker(kind, 0)));
    end++;
    if (!committed) {
      aborted.add(new AbortedTransaction().setProducerId(producer).setFirstOffset(first));
    }
    return this;
  }

  /** Appends the records of a transaction that is still open. */
  public synchronized FakePartition open(long producer, SimpleRecord... records) {
    openFrom = end;
    batches.add(
        MemoryRecords.withTransactionalRecords(
            end, Compression.NONE, producer, (short) 0, 0, -1, records));
    end += records.length;
    return this;
  }

  /** Leaves offsets out, as compaction does. */
  public synchronized FakePartition gap(int offsets) {
    end += offsets;
    return this;
  }

  /** Deletes what is before an offset, as retention does. */
  public synchronized FakePartition deleteBefore(long offset) {
    start = offset;
    batches.removeIf(batch -> last(batch).lastOffset() < offset);
    return this;
  }

  synchronized long start() {
    return start;
  }

  public synchronized long end() {
    return end;
  }

  /** Returns the offset before which all transactions have ended. */
  synchronized long lastStable() {
    return openFrom < 0 ? end : openFrom;
  }

  synchronized List<MemoryRecords> from(long offset, long before) {
    return batches.stream()
        .filter(batch -> last(batch).lastOffset() >= offset && last(batch).baseOffset() < before)
        .toList();
  }

  synchronized List<AbortedTransaction> aborted() {
    return List.copyOf(aborted);
  }

  /** Returns all records, but for the ends of transactions. */
  public synchronized List<Record> records() {
    List<Record> all = new ArrayList<>();
    for (MemoryRecords batch : batches) {
      if (!last(batch).isControlBatch()) {
        batch.records().forEach(all::add);
      }
    }
    return all;
  }

  private static RecordBatch last(MemoryRecords batch) {
    return batch.batches().iterator().next();
  }
}

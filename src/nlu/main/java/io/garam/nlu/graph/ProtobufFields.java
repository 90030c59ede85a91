package io.garam.nlu.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fields of protobuf messages, read one by one, each with its number and of the wire type that is
 * asked for. A field that stands twice without being repeated is refused, and so is a file of more
 * fields than any exported graph has.
 */
final class ProtobufFields {

  /** An exported graph has some 1,100; a bound keeps what is read of any file small. */
  private static final int MOST_FIELDS = 20_000;

  private final CodedInputStream in;
  private int read;

  ProtobufFields(byte[] content) {
    in = CodedInputStream.newInstance(content);
    in.enableAliasing(true);
  }

  /** Reads one field of a message, of which it is told the number. */
  interface Field {
    void read(int number) throws IOException, UnexpectedGraphException;
  }

  /** Reads whole numbers, one a field or packed into one field. */
  void numbers(List<Long> numbers) throws IOException, UnexpectedGraphException {
    if (WireFormat.getTagWireType(in.getLastTag()) == WireFormat.WIRETYPE_VARINT) {
      numbers.add(number());
      return;
    }
    int outer = in.pushLimit(length());
    while (in.getBytesUntilLimit() > 0) {
      count();
      numbers.add(in.readInt64());
    }
    in.popLimit(outer);
  }

  long number() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_VARINT);
    return in.readInt64();
  }

  String string() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readStringRequireUtf8();
  }

  ByteBuffer bytes() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readByteBuffer();
  }

  private int length() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readRawVarint32();
  }

  private void requireWireType(int expected) throws UnexpectedGraphException {
    int found = WireFormat.getTagWireType(in.getLastTag());
    if (found != expected) {
      throw new UnexpectedGraphException("a field of wire type " + found + " and not " + expected);
    }
  }

  /** Reads a message within another. */
  void message(String name, Set<Integer> repeated, Field field)
      throws IOException, UnexpectedGraphException {
    int outer = in.pushLimit(length());
    fields(name, repeated, field);
    in.popLimit(outer);
  }

  /**
   * Reads the fields of a message.
   *
   * @param message its name, for errors
   * @param repeated the fields that it may have several times
   */
  void fields(String message, Set<Integer> repeated, Field field)
      throws IOException, UnexpectedGraphException {
    Set<Integer> found = new HashSet<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      count();
      int number = WireFormat.getTagFieldNumber(tag);
      if (!found.add(number) && !repeated.contains(number)) {
        throw new UnexpectedGraphException("field " + number + " of a " + message + " twice");
      }
      field.read(number);
    }
  }

  private void count() throws UnexpectedGraphException {
    if (++read > MOST_FIELDS) {
      throw new UnexpectedGraphException("more than " + MOST_FIELDS + " fields and numbers");
    }
  }
}

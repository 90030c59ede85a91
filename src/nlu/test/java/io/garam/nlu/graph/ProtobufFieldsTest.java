package io.garam.nlu.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProtobufFieldsTest {

  /** Writes the fields of a message. */
  private interface Writing {
    void to(CodedOutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    writing.to(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static byte[] packed(long... numbers) throws IOException {
    return bytes(
        out -> {
          for (long number : numbers) {
            out.writeInt64NoTag(number);
          }
        });
  }

  private static List<Long> numbers(byte[] message) throws Exception {
    ProtobufFields fields = new ProtobufFields(message);
    List<Long> numbers = new ArrayList<>();
    fields.fields("Tensor", Set.of(1), number -> fields.numbers(numbers));
    return numbers;
  }

  @Test
  void numbersAreTheSameOneAFieldOrPackedOrMixed() throws Exception {
    byte[] all =
        bytes(
            out -> {
              out.writeInt64(1, 7);
              out.writeByteArray(1, packed(-1, Long.MAX_VALUE));
              out.writeByteArray(1, packed());
              out.writeInt64(1, 0);
            });

    assertThat(numbers(all)).containsExactly(7L, -1L, Long.MAX_VALUE, 0L);
  }

  @Test
  void eachFieldIsReadAsItsKind() throws Exception {
    ProtobufFields fields =
        new ProtobufFields(
            bytes(
                out -> {
                  out.writeString(1, "가");
                  out.writeInt64(2, 42);
                  out.writeByteArray(3, new byte[] {1, 2});
                }));
    List<Object> found = new ArrayList<>();

    fields.fields(
        "Node",
        Set.of(),
        number ->
            found.add(
                number == 1
                    ? fields.string()
                    : number == 2 ? (Object) fields.number() : fields.bytes().remaining()));

    assertThat(found).containsExactly("가", 42L, 2);
  }

  @Test
  void aMessageEndsWhereItsLengthSaysAndTheOuterOneGoesOn() throws Exception {
    byte[] inner = bytes(out -> out.writeString(1, "in"));
    ProtobufFields fields =
        new ProtobufFields(
            bytes(
                out -> {
                  out.writeByteArray(1, inner);
                  out.writeByteArray(1, inner);
                  out.writeString(2, "after");
                }));
    List<String> found = new ArrayList<>();

    fields.fields(
        "Graph",
        Set.of(1),
        number -> {
          if (number == 1) {
            fields.message("Node", Set.of(), at -> found.add("node " + fields.string()));
          } else {
            found.add(fields.string());
          }
        });

    assertThat(found).containsExactly("node in", "node in", "after");
  }

  @Test
  void aFieldThatStandsTwiceIsRefusedUnlessItIsRepeated() throws Exception {
    byte[] twice =
        bytes(
            out -> {
              out.writeInt64(2, 1);
              out.writeInt64(2, 1);
            });
    ProtobufFields fields = new ProtobufFields(twice);

    assertThatThrownBy(() -> fields.fields("Node", Set.of(1), number -> fields.number()))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessageContaining("field 2 of a Node twice");
  }

  @Test
  void aFieldOfAnotherWireTypeIsRefused() throws Exception {
    ProtobufFields text = new ProtobufFields(bytes(out -> out.writeString(1, "7")));
    assertThatThrownBy(() -> text.fields("Node", Set.of(), number -> text.number()))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessageContaining("a field of wire type 2 and not 0");

    ProtobufFields number = new ProtobufFields(bytes(out -> out.writeFixed32(1, 7)));
    assertThatThrownBy(() -> number.fields("Node", Set.of(), at -> number.string()))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessageContaining("a field of wire type 5 and not 2");
  }

  @Test
  void moreNumbersThanAnyGraphHasAreNotRead() throws Exception {
    assertThat(numbers(bytes(out -> out.writeByteArray(1, new byte[19_999])))).hasSize(19_999);

    byte[] more = bytes(out -> out.writeByteArray(1, new byte[20_000]));
    assertThatThrownBy(() -> numbers(more))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessageContaining("more than 20000 fields and numbers");
  }

  @Test
  void textThatIsNotUtf8AndALengthBeyondTheEndAreFaultsOfTheFile() {
    ProtobufFields other = new ProtobufFields(new byte[] {0x0A, 1, (byte) 0xFF});
    assertThatThrownBy(() -> other.fields("Node", Set.of(), number -> other.string()))
        .isInstanceOf(IOException.class);

    ProtobufFields cut = new ProtobufFields("\n\tshort".getBytes(UTF_8));
    assertThatThrownBy(() -> cut.fields("Node", Set.of(), number -> cut.string()))
        .isInstanceOf(IOException.class);
  }
}

package io.garam.nlu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.io.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The {@code intent} object as consumers of the output topic read it. */
final class IntentTest {

  private static final ModelReference MODEL = new ModelReference("acts", "3", "0123456789abcdef");
  private static final Intent ALONE =
      new Intent("request", 0.75f, List.of(new Alternative("question", 0.25f)), MODEL, null);

  private static final String FIELDS_OF_ALL =
      "\"label\":\"request\",\"confidence\":0.75,"
          + "\"alternatives\":[{\"label\":\"question\",\"confidence\":0.25}],"
          + "\"model\":{\"name\":\"acts\",\"version\":\"3\",\"digest\":\"0123456789abcdef\"}";

  @Test
  void anIntentWithoutADialogueDoesNotNameOne() throws Exception {
    assertThat(Json.MAPPER.writeValueAsString(ALONE)).isEqualTo("{" + FIELDS_OF_ALL + "}");
  }

  @Test
  void aPlaceNamesOnlyWhatIsOutOfTheOrdinary() throws Exception {
    Intent usual = ALONE.at(new Place(4, null, null));
    Intent repeated = ALONE.at(new Place(4, true, null));
    Intent anew = ALONE.at(new Place(1, null, Place.OTHER_MODEL));

    assertThat(Json.MAPPER.writeValueAsString(usual))
        .isEqualTo("{" + FIELDS_OF_ALL + ",\"dialogue\":{\"utterance\":4}}");
    assertThat(Json.MAPPER.writeValueAsString(repeated))
        .isEqualTo("{" + FIELDS_OF_ALL + ",\"dialogue\":{\"utterance\":4,\"duplicate\":true}}");
    assertThat(Json.MAPPER.writeValueAsString(anew))
        .isEqualTo(
            "{" + FIELDS_OF_ALL + ",\"dialogue\":{\"utterance\":1,\"restarted\":\"other model\"}}");
  }

  @Test
  void putAtItsPlaceAnIntentSaysTheSameOfTheUtterance() {
    Place place = new Place(7, null, null);

    assertThat(ALONE.at(place))
        .isEqualTo(new Intent("request", 0.75f, ALONE.alternatives(), MODEL, place));
    assertThat(ALONE.at(place).at(new Place(8, null, null)).dialogue())
        .isEqualTo(new Place(8, null, null));
    assertThat(ALONE.dialogue()).isNull();
  }

  @Test
  void alternativesAreThoseOfTheMomentWhenItWasMade() {
    List<Alternative> later = new ArrayList<>(ALONE.alternatives());
    Intent intent = new Intent("request", 0.75f, later, MODEL, null);
    later.clear();

    assertThat(intent).isEqualTo(ALONE);
    assertThatThrownBy(() -> intent.alternatives().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aModelIsReadAsItsNameVersionAndDigest() {
    assertThat(MODEL).hasToString("acts 3 (0123456789abcdef)");
  }

  @Test
  void anUtteranceOfNoDialogueHasNoSpeakerEither() {
    assertThat(Utterance.alone("네")).isEqualTo(new Utterance("네", null, null));
  }
}

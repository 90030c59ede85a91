package io.garam.nlu.bundle;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.garam.nlu.io.Json;

/** JSON mapper of a bundle's files, stricter than that of all others. */
final class StrictJson {

  /** Null stands only where a record says so, and no number is cut to a whole one. */
  static final JsonMapper MAPPER =
      Json.MAPPER
          .rebuild()
          .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private StrictJson() {}
}

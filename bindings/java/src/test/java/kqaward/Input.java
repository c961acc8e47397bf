package kqaward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The input of one case as the package's own types. It notes which keys have been read. */
final class Input {
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  Input(JsonNode node) {
    this.node = node;
  }

  /** The package's types leave no room for the value, so that nothing can be asked about it. */
  static final class NoRoom extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final String status;

    NoRoom(String status, String value) {
      super(value);
      this.status = status;
    }
  }

  Set<String> unread() {
    Set<String> keys = new HashSet<>();
    node.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(read);
    return keys;
  }

  JsonNode at(String key) {
    read.add(key);
    return node.get(key);
  }

  JsonNode all() {
    node.fieldNames().forEachRemaining(read::add);
    return node;
  }

  boolean has(String key) {
    return at(key) != null;
  }

  String text(String key) {
    return has(key) ? at(key).asText() : null;
  }

  String text(String key, String absent) {
    return has(key) ? at(key).asText() : absent;
  }

  long number(String key) {
    JsonNode value = at(key);
    if (value != null && !value.canConvertToLong()) {
      throw new NoRoom("range", value.asText());
    }
    return value == null ? 0 : value.asLong();
  }

  int integer(String key) {
    return integer(key, 0);
  }

  int integer(String key, int absent) {
    JsonNode value = at(key);
    if (value != null && !value.canConvertToInt()) {
      throw new NoRoom("range", value.asText());
    }
    return value == null ? absent : value.asInt();
  }

  boolean flag(String key, boolean absent) {
    return has(key) ? at(key).asBoolean() : absent;
  }

  LocalDate day(String key) {
    return day(at(key));
  }

  static LocalDate day(JsonNode text) {
    try {
      return text == null ? null : LocalDate.parse(text.asText());
    } catch (DateTimeException e) {
      throw new NoRoom("no_such_day", text.asText());
    }
  }

  /** An exact number, its bounds unchecked. */
  Ratio ratio(String key) {
    return ratio(at(key));
  }

  static Ratio ratio(JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    String[] parts = value.asText().split("/");
    BigDecimal decimal = new BigDecimal(parts[0]);
    BigInteger num = decimal.scaleByPowerOfTen(Math.max(decimal.scale(), 0)).toBigIntegerExact();
    BigInteger den =
        parts.length > 1
            ? new BigInteger(parts[1])
            : BigInteger.TEN.pow(Math.max(decimal.scale(), 0));
    BigInteger common = num.gcd(den).max(BigInteger.ONE);
    try {
      return Ratio.of(
          new long[] {num.divide(common).longValueExact(), den.divide(common).longValueExact()});
    } catch (ArithmeticException e) {
      throw new NoRoom("range", value.asText());
    }
  }

  /** The constant of a word; the absent one where there is none. */
  <E> E word(String key, Function<String, E> find, E absent) {
    return word(at(key), find, absent);
  }

  static <E> E word(JsonNode word, Function<String, E> find, E absent) {
    if (word == null || word.isNull()) {
      return absent;
    }
    try {
      return find.apply(word.asText());
    } catch (KqaException e) {
      throw new NoRoom("value", word.asText());
    }
  }

  Truth truth(String key) {
    return truth(at(key));
  }

  static Truth truth(JsonNode fact) {
    if (fact == null || fact.isNull()) {
      return Truth.UNKNOWN;
    }
    if (!fact.isBoolean()) {
      throw new NoRoom("value", fact.asText());
    }
    return fact.asBoolean() ? Truth.TRUE : Truth.FALSE;
  }

  /** Facts by the words of an enum. */
  <E extends Enum<E>> Map<E, Truth> facts(Class<E> type, E[] all, Function<E, String> key) {
    Map<E, Truth> facts = new EnumMap<>(type);
    for (E fact : all) {
      if (has(key.apply(fact))) {
        facts.put(fact, truth(key.apply(fact)));
      }
    }
    return facts;
  }

  List<Input> list(String key) {
    List<Input> list = new ArrayList<>();
    if (has(key)) {
      at(key).forEach(element -> list.add(new Input(element)));
    }
    return list;
  }

  Input object(String key) {
    return new Input(has(key) ? at(key) : Suite.MAPPER.createObjectNode());
  }
}

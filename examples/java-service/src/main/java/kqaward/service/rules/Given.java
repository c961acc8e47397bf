package kqaward.service.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import kqaward.Field;
import kqaward.KqaException;
import kqaward.Status;

/** Values as a request gives them; each fault names its field. */
final class Given {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** More than any organisation's record or any years' notices hold. */
  private static final int MOST_ENTRIES = 1000;

  private Given() {}

  static <V> Map<String, V> map(Map<String, V> values) {
    return values == null ? Map.of() : values;
  }

  static <V> List<V> list(List<V> values, String path) {
    if (values != null && values.size() > MOST_ENTRIES) {
      throw Fault.tooMany(path, MOST_ENTRIES);
    }
    return values == null ? List.of() : values;
  }

  static <V> V required(V value, String path, Field right) {
    if (value == null) {
      throw new Fault(Status.MISSING, path, right);
    }
    return value;
  }

  static LocalDate requiredDay(String value, String path, Field right) {
    return day(required(value, path, right), path, right);
  }

  static <E> E requiredWord(String value, Function<String, E> find, String path, Field right) {
    return word(required(value, path, right), find, path, right);
  }

  /** One of the library's words, by {@code find} of its enum. */
  static <E> E word(Object value, Function<String, E> find, String path, Field right) {
    if (!(value instanceof String text)) {
      throw new Fault(Status.TYPE, path, right);
    }
    try {
      return find.apply(text);
    } catch (KqaException fault) {
      throw new Fault(Status.VALUE, path, right);
    }
  }

  static boolean truth(Object value, String path) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Fault(Status.TYPE, path, Field.ORG_FACT);
  }

  static int count(Object value, String path, Field right) {
    if (value instanceof Integer count) {
      return count;
    }
    throw new Fault(value instanceof Number ? Status.RANGE : Status.TYPE, path, right);
  }

  static LocalDate day(Object value, String path, Field right) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw new Fault(Status.TYPE, path, right);
    }
    if (!DAY.matcher(text).matches()) {
      throw new Fault(Status.FORM, path, right);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      throw new Fault(Status.NO_SUCH_DAY, path, right);
    }
  }
}

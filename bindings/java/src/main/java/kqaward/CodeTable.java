package kqaward;

import java.lang.reflect.Array;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The constants of an enum by their codes in the C library. */
final class CodeTable<E extends Enum<E>> {
  private final E[] constants;
  private final E[] byCode;
  private final int least;
  private final String what;

  CodeTable(Class<E> type, E[] constants, ToIntFunction<E> code) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (E constant : constants) {
      low = Math.min(low, code.applyAsInt(constant));
      high = Math.max(high, code.applyAsInt(constant));
    }
    @SuppressWarnings("unchecked")
    E[] table = (E[]) Array.newInstance(type, high - low + 1);
    for (E constant : constants) {
      table[code.applyAsInt(constant) - low] = constant;
    }
    this.constants = constants;
    this.byCode = table;
    this.least = low;
    this.what = word(type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
  }

  /** The constant of a code that the library has answered. */
  E of(long code) {
    long place = code - least;
    E constant = place < 0 || place >= byCode.length ? null : byCode[(int) place];
    if (constant == null) {
      throw new IllegalStateException("the native library is of another version: code " + code);
    }
    return constant;
  }

  /** The constant of a word. */
  E find(String key, Function<E, String> keyOf) {
    Given.notNull(key, what);
    for (E constant : constants) {
      if (keyOf.apply(constant).equals(key)) {
        return constant;
      }
    }
    throw KqaException.refuse(Status.VALUE, what);
  }

  /** The constants whose codes are among the bits. */
  static <E extends Enum<E>> Set<E> ofBits(Class<E> type, long bits, ToIntFunction<E> code) {
    Set<E> set = EnumSet.noneOf(type);
    for (E constant : type.getEnumConstants()) {
      if ((bits & code.applyAsInt(constant)) != 0) {
        set.add(constant);
      }
    }
    return Collections.unmodifiableSet(set);
  }

  /** A constant's name as a word in data. */
  static String word(Enum<?> constant) {
    return word(constant.name());
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

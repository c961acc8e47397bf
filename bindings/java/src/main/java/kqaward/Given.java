package kqaward;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What callers give, as the native functions take it. Only its presence is checked here. */
final class Given {
  /** Stands for a number that is not known. */
  static final long[] NO_NUMBER = {0, 0};

  private Given() {}

  static <T> T notNull(T value, String path) {
    if (value == null) {
      throw KqaException.refuse(Status.MISSING, path);
    }
    return value;
  }

  static <T> List<T> list(List<T> list, String path) {
    Object[] elements = notNull(list, path).toArray();
    for (int i = 0; i < elements.length; i++) {
      if (elements[i] == null) {
        throw KqaException.refuse(Status.MISSING, path + "[" + i + "]");
      }
    }
    @SuppressWarnings("unchecked")
    List<T> copy = (List<T>) List.of(elements);
    return copy;
  }

  static int rows(int rows) {
    if (rows < 0) {
      throw KqaException.refuse(Status.RANGE, "rows");
    }
    return rows;
  }

  static int code(Language language) {
    return notNull(language, "language").code();
  }

  /** UTF-8 of a text that goes into C and so must not hold a NUL. */
  static byte[] text(String text, String path) {
    if (notNull(text, path).indexOf(0) >= 0) {
      throw KqaException.refuse(Status.FORM, path);
    }
    return utf8(text, path);
  }

  static byte[] utf8(String text, String path) {
    try {
      ByteBuffer bytes =
          StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(notNull(text, path)));
      byte[] array = new byte[bytes.remaining()];
      bytes.get(array);
      return array;
    } catch (CharacterCodingException e) {
      throw KqaException.refuse(Status.ENCODING, path);
    }
  }

  /** A day as one number, see kqa_java_date() in convert.h. */
  static long day(LocalDate date, String path) {
    return dayOrNone(notNull(date, path));
  }

  /** The same; null is the absent day. */
  static long dayOrNone(LocalDate date) {
    return date == null
        ? 0
        : (long) date.getYear() << 16 | date.getMonthValue() << 8 | date.getDayOfMonth();
  }

  /** The day of a number that the library has answered; null for the absent day. */
  static LocalDate toDay(long packed) {
    return packed == 0
        ? null
        : LocalDate.of((int) (packed >> 16), (int) (packed >> 8 & 0xFF), (int) (packed & 0xFF));
  }

  static long[] ratio(Ratio ratio, String path) {
    return notNull(ratio, path).numbers();
  }

  static long[] ratioOrNone(Ratio ratio) {
    return ratio == null ? NO_NUMBER : ratio.numbers();
  }

  /** A fact for each constant, in the order of their codes; one that is not given is unknown. */
  static <E extends Enum<E>> long[] facts(
      Map<E, Truth> facts, E[] all, ToIntFunction<E> code, String path) {
    long[] codes = new long[all.length];
    for (E fact : all) {
      Truth truth = notNull(facts, path).get(fact);
      codes[code.applyAsInt(fact)] = truth == null ? 0 : truth.code();
    }
    return codes;
  }

  static byte[] calendar(WorkCalendar calendar) {
    return notNull(calendar, "calendar").raw();
  }

  static byte[] edition(Edition edition) {
    return notNull(edition, "edition").raw();
  }
}

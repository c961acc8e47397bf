package kqaward;

/**
 * A question that makes no sense: a number out of range, a day that does not exist, a malformed
 * round. It is never a "no" of the ordinance; that is a {@link Verdict}.
 */
public final class KqaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_PATH = 200;

  /** What is wrong. */
  private final Status status;

  /** The field, where the library has a code for it. */
  private final Field field;

  /** Where it is wrong. */
  private final String path;

  /** The sentence in Chinese. */
  private final String chinese;

  /** Called by the native library. */
  KqaException(int status, int field, String path, String chinese, String english) {
    this(Status.of(status), Field.of(field), path, chinese, english);
  }

  private KqaException(Status status, Field field, String path, String chinese, String english) {
    super(english);
    this.status = status;
    this.field = field;
    this.path = path;
    this.chinese = chinese;
  }

  /** About an argument of a method of this package; the path may hold what a caller has written. */
  static KqaException refuse(Status status, String place) {
    String path = place.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    path = path.length() <= MOST_PATH ? path : path.substring(0, MOST_PATH) + "...";
    return new KqaException(
        status,
        Field.NONE,
        path,
        path + "：" + status.text(Language.ZH) + "。",
        path + ": " + status.text(Language.EN) + ".");
  }

  /**
   * What is wrong.
   *
   * @return the status, never {@link Status#OK}
   */
  public Status status() {
    return status;
  }

  /**
   * The field at fault, where the library has a code for it.
   *
   * @return the field, else {@link Field#NONE}
   */
  public Field field() {
    return field;
  }

  /**
   * Where it is wrong, such as {@code organizations[3].site_review.score}.
   *
   * @return the path; empty when a round's text as a whole is at fault
   */
  public String path() {
    return path;
  }

  /**
   * One sentence that names the field, what is wrong and what would be right.
   *
   * @param language Chinese or English
   * @return the sentence
   */
  public String text(Language language) {
    return Given.notNull(language, "language") == Language.ZH ? chinese : getMessage();
  }
}

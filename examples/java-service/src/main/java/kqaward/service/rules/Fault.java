package kqaward.service.rules;

import kqaward.Field;
import kqaward.Language;
import kqaward.Status;

/** A request's field that is at fault before the library is asked. */
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Status status;
  private final String path;
  private final Field right;
  private final int most;

  /**
   * A fault.
   *
   * @param status what is wrong
   * @param path   the field, such as {@code facts.iso9001_certified}
   * @param right  the field whose rule says what would be right; {@link Field#NONE} to say nothing
   */
  public Fault(Status status, String path, Field right) {
    this(status, path, right, 0);
  }

  private Fault(Status status, String path, Field right, int most) {
    super(status.key() + " " + path);
    this.status = status;
    this.path = path;
    this.right = right;
    this.most = most;
  }

  /** A list longer than this service takes, though the library may take more. */
  public static Fault tooMany(String path, int most) {
    return new Fault(Status.TOO_MANY, path, Field.NONE, most);
  }

  public Status status() {
    return status;
  }

  public String path() {
    return path;
  }

  /** One sentence, as the library words its own. */
  public String text(Language language) {
    String what = status.text(language);
    String rule = rule(language);
    if (language == Language.ZH) {
      return path + "：" + what + (rule.isEmpty() ? "。" : "；应为" + rule + "。");
    }
    return path + ": " + what + (rule.isEmpty() ? "." : "; expected " + rule + ".");
  }

  private String rule(Language language) {
    if (most == 0) {
      return right.rule(language);
    }
    return language == Language.ZH ? "不超过" + most + "项的列表" : "a list of at most " + most;
  }
}

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

  /**
   * A fault.
   *
   * @param status what is wrong
   * @param path   the field, such as {@code facts.iso9001_certified}
   * @param right  the field whose rule says what would be right; {@link Field#NONE} to say nothing
   */
  public Fault(Status status, String path, Field right) {
    super(status.key() + " " + path);
    this.status = status;
    this.path = path;
    this.right = right;
  }

  public Status status() {
    return status;
  }

  public String path() {
    return path;
  }

  /** One sentence, as the library words its own. */
  public String text(Language language) {
    String rule = right.rule(language);
    if (language == Language.ZH) {
      return path + "：" + status.text(language) + (rule.isEmpty() ? "。" : "；应为" + rule + "。");
    }
    return path + ": " + status.text(language) + (rule.isEmpty() ? "." : "; expected " + rule + ".");
  }
}

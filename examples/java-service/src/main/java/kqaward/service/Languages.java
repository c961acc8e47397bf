package kqaward.service;

import java.util.Locale;
import kqaward.Language;

/** The library's language for a client's. */
public final class Languages {
  private Languages() {}

  /** Chinese unless it is English. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("en") ? Language.EN : Language.ZH;
  }
}

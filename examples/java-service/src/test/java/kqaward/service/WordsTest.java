package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import kqaward.Language;
import kqaward.service.rules.Wanted;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WordsTest {
  private static Reader reader(String name) {
    return new InputStreamReader(
        WordsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8);
  }

  private static JsonNode page(String language) {
    return new JsonMapper().readTree(reader("/static/text/" + language + ".json"));
  }

  private static Properties messages(String suffix) throws IOException {
    Properties properties = new Properties();
    properties.load(reader("/messages" + suffix + ".properties"));
    return properties;
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(page("zh").propertyNames())
        .containsExactlyElementsOf(page("en").propertyNames());
    assertThat(messages("").keySet()).isEqualTo(messages("_en").keySet());
  }

  @Test
  void thePageHasWordsForEveryFactTheLibraryAsksFor() {
    for (String language : new String[] {"zh", "en"}) {
      JsonNode words = page(language);
      for (Wanted wanted : Wanted.all(Language.ZH)) {
        assertThat(words.path("fact." + wanted.name()).asString("")).isNotEmpty();
        for (String word : wanted.words() == null ? java.util.List.<String>of() : wanted.words()) {
          assertThat(words.path("word." + word).asString("")).isNotEmpty();
        }
      }
    }
  }
}

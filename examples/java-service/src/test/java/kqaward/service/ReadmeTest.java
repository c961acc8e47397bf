package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReadmeTest extends OverLoopback {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<!-- check: POST (\\S+) (zh|en) (\\d+) ?(\\S*) -->\n"
              + "```json\n(.*?)```\n```json\n(.*?)```",
          Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void everyRequestIsAnsweredAsItIsWritten(String name) throws IOException {
    String text = Files.readString(ROOT.resolve("examples/java-service").resolve(name));
    Matcher example = EXAMPLE.matcher(text);
    int count = 0;
    for (; example.find(); count++) {
      var response = post(example.group(1), example.group(5), example.group(2));
      assertThat(response.statusCode()).isEqualTo(Integer.parseInt(example.group(3)));
      JsonNode answer = JSON.readTree(response.body());
      if (!example.group(4).isEmpty()) {
        answer = ((ObjectNode) answer).retain(example.group(4).split(","));
      }
      assertThat(answer).isEqualTo(JSON.readTree(example.group(6)));
    }
    assertThat(count).isEqualTo(5);
  }
}

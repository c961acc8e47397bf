package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The example programs, and the program of the README, print what stands beside them. */
class ExamplesTest {
  private static final Path PACKAGE = Suite.ROOT.resolve("bindings/java");
  private static final Path EXAMPLES = PACKAGE.resolve("examples");
  private static final Path ROUND = Suite.ROOT.resolve("examples/rounds/2026.json");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatStandsBesideThem() {
    return Suite.files(EXAMPLES).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .map(file -> dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private static void compare(Path file) throws Exception {
    Path expected = Path.of(file.toString().replaceFirst("java$", "txt"));
    assertEquals(Files.readString(expected), output(file));
  }

  /** Compiles and runs a program in a virtual machine of its own. */
  private static String output(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                file.toString(),
                ROUND.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }

  @TestFactory
  Stream<DynamicTest> theProgramsOfTheReadmesRun() {
    return Stream.of("README.md", "README.zh-CN.md")
        .map(name -> dynamicTest(name, () -> runReadme(PACKAGE.resolve(name))));
  }

  private void runReadme(Path readme) throws Exception {
    Matcher block =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(readme));
    assertTrue(block.find());
    List<String> lines = block.group(1).lines().toList();
    String imports = String.join("\n", lines.stream().filter(l -> l.startsWith("import")).toList());
    String body = String.join("\n", lines.stream().filter(l -> !l.startsWith("import")).toList());
    Path program = folder.resolve("Readme.java");
    Files.writeString(
        program,
        imports
            + "\npublic class Readme { public static void main(String[] args) throws Exception {"
            + " Path path = Path.of(args[0]);\n"
            + body
            + "\nSystem.out.println(answer.verdict() + \" \" + vote.verdict() + \" \" + total"
            + " + \" \" + json.length()); } }");
    String length = "" + Round.read(ROUND).decide().toJson().length();
    String output = output(program);
    assertTrue(output.endsWith("NOT_MET MET 6649/10 " + length + "\n"), output);
  }
}

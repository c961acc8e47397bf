package kqaward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader finds the library in the jar, and says clearly what is missing when it cannot. */
class LoaderTest {
  @TempDir Path folder;

  /** Uses the library twice: the second failure must still say why. */
  public static void main(String[] arguments) {
    for (int i = 0; i < 2; i++) {
      try {
        System.out.println(Edition.ids() + " " + Rules.version());
      } catch (LinkageError e) {
        for (Throwable one = e; one != null; one = one.getCause()) {
          System.out.println(one.getMessage());
        }
        if (i == 1) {
          System.exit(1);
        }
      }
    }
  }

  private static String failure(String... options) throws Exception {
    Java java = Java.run(List.of(options), LoaderTest.class);
    assertEquals(1, java.status(), java.output());
    return java.output();
  }

  @Test
  void theLibraryComesOutOfTheJarAndLeavesNothingBehind() throws Exception {
    Java java = Java.run(List.of("-Djava.io.tmpdir=" + folder), LoaderTest.class);
    assertEquals(0, java.status(), java.output());
    assertTrue(java.output().startsWith("[keqiao-2020] "), java.output());
    assertEquals(
        List.of(),
        Suite.files(folder).stream().filter(f -> f.toString().contains("kqaward")).toList());
  }

  @Test
  void anotherMachineIsNamed() throws Exception {
    String output = failure("-Dos.arch=sparcv9");
    assertTrue(
        output.contains("no native library for this machine (/META-INF/native/linux-sparcv9/"),
        output);
    assertTrue(output.contains("-Dkqaward.library="), output);
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamed() throws Exception {
    String output = failure("-Djava.io.tmpdir=" + folder.resolve("none"));
    assertTrue(output.contains("cannot be unpacked into " + folder.resolve("none")), output);
    assertTrue(output.contains("-Djava.io.tmpdir="), output);
  }

  @Test
  void aFolderThatMustNotHoldProgramsIsNamed() throws Exception {
    Path noexec = null;
    for (String line : Files.readAllLines(Path.of("/proc/mounts"))) {
      String[] parts = line.split(" ");
      if (parts[3].contains("noexec")
          && parts[2].equals("tmpfs")
          && Files.isWritable(Path.of(parts[1]))) {
        noexec = Path.of(parts[1]);
      }
    }
    assumeTrue(noexec != null, "no folder here is mounted noexec");
    String output = failure("-Djava.io.tmpdir=" + noexec);
    assertTrue(output.contains("noexec"), output);
    assertTrue(output.contains("cannot be loaded"), output);
  }

  @Test
  void aLibraryCanBeNamed() throws Exception {
    Path file = folder.resolve("own.so");
    String name =
        NativeLibrary.resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    Files.write(file, NativeLibrary.class.getResourceAsStream(name).readAllBytes());
    Java java =
        Java.run(List.of("-Dkqaward.library=" + file, "-Djava.io.tmpdir=/none"), LoaderTest.class);
    assertEquals(0, java.status(), java.output());
  }

  @Test
  void aFileThatIsNoLibraryIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("text.so"), "no library");
    String output = failure("-Dkqaward.library=" + file);
    assertTrue(output.contains(file + " cannot be loaded"), output);
    assertTrue(output.contains("kqaward.library"), output);
    assertTrue(failure("-Dkqaward.library=" + folder.resolve("none.so")).contains("none.so"));
  }

  @Test
  void machinesHaveOneNameEach() {
    String linux = "/META-INF/native/linux-x86_64/libkqaward-java.so";
    assertEquals(linux, NativeLibrary.resource("Linux", "amd64"));
    assertEquals(
        "/META-INF/native/darwin-aarch64/libkqaward-java.dylib",
        NativeLibrary.resource("Mac OS X", "aarch64"));
    assertEquals(
        "/META-INF/native/windows-x86_64/libkqaward-java.dll",
        NativeLibrary.resource("Windows 11", "amd64"));
    assertNotEquals(linux, NativeLibrary.resource("Linux", "i386"));
  }
}

package kqaward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Finds and loads the native library, and says what is missing when it cannot. */
final class NativeLibrary {
  /** Names a library file to be loaded instead of the one in the jar. */
  static final String PROPERTY = "kqaward.library";

  private NativeLibrary() {}

  static void load() {
    String file = System.getProperty(PROPERTY);
    if (file != null) {
      loadFile(Path.of(file).toAbsolutePath(), "it is named by the system property " + PROPERTY);
      return;
    }
    String name = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream library = NativeLibrary.class.getResourceAsStream(name)) {
      if (library == null) {
        throw new UnsatisfiedLinkError(
            "kqaward: the jar has no native library for this machine ("
                + name
                + "). Build it here "
                + "and name it: -D"
                + PROPERTY
                + "=/path/of/"
                + fileName(name));
      }
      loadUnpacked(library, fileName(name));
    } catch (IOException e) {
      throw failure("the jar cannot be read: " + e, e);
    }
  }

  private static void loadUnpacked(InputStream library, String name) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = null;
    try {
      file = Files.createTempFile(folder, "kqaward-", "-" + name);
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      loadFile(
          file,
          "it was unpacked there; where the folder must not hold programs (noexec), name another"
              + " one with -Djava.io.tmpdir=, or a library with -D"
              + PROPERTY
              + "=");
    } catch (IOException e) {
      throw failure(
          "the native library cannot be unpacked into "
              + folder
              + " ("
              + e
              + "); name another folder with -Djava.io.tmpdir=, or a library with -D"
              + PROPERTY
              + "=",
          e);
    } finally {
      remove(file);
    }
  }

  private static void loadFile(Path file, String about) {
    try {
      System.load(file.toString());
    } catch (UnsatisfiedLinkError e) {
      throw failure(
          "the native library " + file + " cannot be loaded (" + e.getMessage() + "); " + about, e);
    }
  }

  /** Once loaded, the file's name is not needed; where it cannot go yet, it goes at the end. */
  private static void remove(Path file) {
    if (file == null) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private static UnsatisfiedLinkError failure(String sentence, Throwable cause) {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError("kqaward: " + sentence);
    error.initCause(cause);
    return error;
  }

  /** Where a machine's library stands in the jar. */
  static String resource(String system, String machine) {
    String os = system.toLowerCase(Locale.ROOT);
    String suffix = ".so";
    if (os.startsWith("windows")) {
      os = "windows";
      suffix = ".dll";
    } else if (os.startsWith("mac")) {
      os = "darwin";
      suffix = ".dylib";
    }
    String arch = machine.toLowerCase(Locale.ROOT);
    arch = arch.equals("amd64") || arch.equals("x64") ? "x86_64" : arch;
    arch = arch.equals("arm64") ? "aarch64" : arch;
    return "/META-INF/native/" + os + "-" + arch + "/libkqaward-java" + suffix;
  }

  private static String fileName(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}

package kqaward.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Pdf;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The clerk's page in a browser without a window; pictures are left for people to look at. */
@Tag("browser")
class PageTest extends OverLoopback {
  private static final Path PICTURES = Path.of(System.getProperty("kqaward.pictures"));
  private static final int DESKTOP = 1280;
  private static final int PHONE = 390;

  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    Files.createDirectories(PICTURES);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
        "--disable-background-networking", "--no-first-run");
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .withEnvironment(Map.of("LANGUAGE", "zh_CN"))
                .build(),
            options);
  }

  @AfterAll
  static void close() {
    browser.quit();
  }

  @BeforeEach
  void load() {
    browser.manage().logs().get(LogType.PERFORMANCE);
    width(DESKTOP);
    browser.get("http://127.0.0.1:" + port + "/");
    await("#form button[type=submit]");
  }

  private static void width(int pixels) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels == PHONE));
  }

  private static WebElement await(String selector) {
    return new WebDriverWait(browser, Duration.ofSeconds(10))
        .until(driver -> driver.findElement(By.cssSelector(selector)));
  }

  private static WebElement field(String name) {
    return browser.findElement(By.cssSelector("[data-field='" + name + "']"));
  }

  private static String text(String selector) {
    return browser.findElement(By.cssSelector(selector)).getText();
  }

  private static List<String> texts(String selector) {
    return browser.findElements(By.cssSelector(selector)).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static void set(WebElement control, String value) {
    browser.executeScript(
        "arguments[0].value = arguments[1];"
            + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
        control, value);
  }

  private static void say(String fact, boolean truth) {
    field("facts." + fact).findElement(By.cssSelector("[value='" + truth + "']")).click();
  }

  private static void check() {
    browser.findElement(By.cssSelector("button[type=submit]")).click();
    new WebDriverWait(browser, Duration.ofSeconds(10))
        .until(
            driver ->
                !driver.findElements(By.cssSelector("#result:not([hidden]) .verdict, .fault"))
                    .isEmpty());
  }

  private static void fillAll() {
    set(field("name"), "示例纺织股份有限公司");
    set(field("application_deadline"), "2026-06-30");
    for (WebElement yes : browser.findElements(By.cssSelector("input[value=true]"))) {
      yes.click();
    }
    set(field("facts.operating_since"), "2009-04-01");
    set(field("application.recommended_by"), "town");
    set(field("application.copies"), "2");
    set(field("application.received"), "2026-06-20");
  }

  private static void picture(String name) throws IOException {
    Object taken =
        browser
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .get("data");
    Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) taken));
  }

  private static void expectNoScrollingSideways() {
    long excess =
        (Long)
            browser.executeScript(
                "return document.documentElement.scrollWidth - window.innerWidth");
    assertThat(excess).isLessThanOrEqualTo(0);
  }

  private static void expectAccessible() {
    assertThat(new AxeBuilder().analyze(browser).getViolations())
        .allSatisfy(fault -> assertThat(fault.getNodes()).as(fault.toString()).isEmpty());
  }

  @Test
  void whatIsMissingIsNamedWithItsArticleAndLeadsToItsField() throws IOException {
    fillAll();
    browser
        .findElement(By.cssSelector("[data-field='facts.iso9001_certified'] [value=undefined]"))
        .click();
    set(field("application.received"), "");
    check();
    assertThat(text("#verdict")).isEqualTo("尚不能作出结论");
    assertThat(texts(".missing li"))
        .containsExactly(
            "通过ISO 9001质量体系认证 第十二条第2项 填写", "评审办收到日期 第十四条 填写");
    assertThat(browser.switchTo().activeElement().getAttribute("id")).isEqualTo("verdict");
    picture("desktop-missing");
    browser.findElements(By.cssSelector(".missing .fill")).get(1).click();
    assertThat(browser.switchTo().activeElement().getAttribute("data-field"))
        .isEqualTo("application.received");
    width(PHONE);
    expectNoScrollingSideways();
    picture("phone-missing");
  }

  @Test
  void whatIsNotMetIsToldWithItsReason() throws IOException {
    fillAll();
    say("iso9001_certified", false);
    set(field("application.copies"), "1");
    browser.findElement(By.cssSelector(".incidents .add")).click();
    set(field("incidents[0].kind"), "major_accident");
    set(field("incidents[0].date"), "2025-03-02");
    check();
    assertThat(text("#verdict")).isEqualTo("不符合申报条件");
    assertThat(texts(".reasons li"))
        .hasSize(3)
        .anyMatch(reason -> reason.contains("2025-03-02") && reason.contains("第十二条第6项"))
        .anyMatch(reason -> reason.contains("实际1份，要求不少于2份"));
    assertThat(text("tr[data-provision=iso9001_certified] .finding")).isEqualTo("不符合");
    assertThat(text("#result")).doesNotContain("null", "undefined", "result.");
    expectAccessible();
    picture("desktop-not-met");
  }

  @Test
  void anApplicationThatMeetsEverythingQualifies() throws IOException {
    fillAll();
    check();
    assertThat(text("#verdict")).isEqualTo("符合申报条件");
    Pdf pdf = browser.print(a4());
    Files.write(PICTURES.resolve("print.pdf"), Base64.getDecoder().decode(pdf.getContent()));
  }

  private static PrintOptions a4() {
    PrintOptions options = new PrintOptions();
    options.setPageSize(new PageSize(29.7, 21.0));
    return options;
  }

  @Test
  void thePageSpeaksChineseFirstAndEnglishOnDemandAndKeepsWhatWasEntered() throws IOException {
    assertThat(text("h1")).isEqualTo("柯桥区政府质量奖申报资格审查表");
    assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("zh-CN");
    set(field("application_deadline"), "2026-06-30");
    say("lawful_operation", false);
    check();
    browser.findElement(By.id("language")).click();
    new WebDriverWait(browser, Duration.ofSeconds(10))
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> text("#verdict").equals("The application does not qualify"));
    assertThat(browser.findElement(By.tagName("html")).getAttribute("lang")).isEqualTo("en");
    assertThat(texts(".reasons li")).containsExactly("Does not operate lawfully (Art. 12(1))");
    assertThat(field("application_deadline").getAttribute("value")).isEqualTo("2026-06-30");
    assertThat(browser.findElement(By.tagName("body")).getText()).doesNotContainPattern("申报|条");
    expectAccessible();
    picture("desktop-english");
    width(PHONE);
    expectNoScrollingSideways();
    picture("phone-english");
  }

  @Test
  void theKeyboardIsEnough() {
    browser.findElement(By.tagName("body")).sendKeys(Keys.TAB);
    assertThat(browser.switchTo().activeElement().getText()).isEqualTo("跳到表格");
    set(field("application_deadline"), "2026-06-30");
    browser.executeScript("arguments[0].focus()", field("application_deadline"));
    for (int i = 0; i < 40 && !"radio".equals(active().getAttribute("type")); i++) {
      active().sendKeys(Keys.TAB);
    }
    assertThat(active().getAttribute("name")).isEqualTo("facts.registered_in_district");
    active().sendKeys(Keys.ARROW_LEFT);
    assertThat(active().getAttribute("value")).isEqualTo("false");
    active().sendKeys(Keys.ENTER);
    await("#result:not([hidden])");
    assertThat(texts(".reasons li")).containsExactly("未在柯桥区登记注册（第十二条第1项）");
  }

  private static WebElement active() {
    return browser.switchTo().activeElement();
  }

  @Test
  void aFaultStandsAtItsField() throws IOException {
    check();
    assertThat(text(".fault")).isEqualTo("请填写日期。");
    assertThat(active().getAttribute("data-field")).isEqualTo("application_deadline");
    set(field("application_deadline"), "2019-06-30");
    check();
    assertThat(text(".fault")).startsWith("该日没有施行中的办法版本");
    set(field("application_deadline"), "2026-06-30");
    browser.findElement(By.cssSelector(".sanctions .add")).click();
    check();
    assertThat(active().getAttribute("data-field")).isEqualTo("sanctions[0].decided");
    assertThat(field("sanctions[0].decided").getAttribute("aria-invalid")).isEqualTo("true");
    expectAccessible();
    picture("desktop-fault");
  }

  @Test
  void aHalfEnteredDayIsAFaultAndNotUnknown() {
    set(field("application_deadline"), "2026-06-30");
    field("facts.operating_since").sendKeys("06");
    check();
    assertThat(text(".fault")).startsWith("日期不完整或不存在");
    assertThat(active().getAttribute("data-field")).isEqualTo("facts.operating_since");
    assertThat(browser.findElement(By.id("result")).isDisplayed()).isFalse();
  }

  @Test
  void anAddressLeadsStraightToEnglish() {
    browser.get("http://127.0.0.1:" + port + "/?lang=en");
    await("#form button[type=submit]");
    assertThat(text("h1")).startsWith("Qualification check");
  }

  @Test
  void aResultNeverOutlivesWhatItStandsFor() {
    fillAll();
    check();
    say("iso9001_certified", false);
    assertThat(browser.findElement(By.id("result")).isDisplayed()).isFalse();
    assertThat(texts("td.finding")).allMatch(String::isEmpty);
  }

  @Test
  void entriesOfAListComeAndGo() {
    set(field("application_deadline"), "2026-06-30");
    browser.findElement(By.cssSelector(".incidents .add")).click();
    browser.findElement(By.cssSelector(".incidents .add")).click();
    set(field("incidents[0].date"), "2026-01-01");
    set(field("incidents[1].date"), "2026-02-02");
    browser.findElement(By.cssSelector(".incidents li button")).click();
    assertThat(field("incidents[0].date").getAttribute("value")).isEqualTo("2026-02-02");
    assertThat(browser.findElements(By.cssSelector(".incidents li"))).hasSize(1);
    browser.findElement(By.cssSelector("button[type=reset]")).click();
    assertThat(browser.findElements(By.cssSelector(".incidents li"))).isEmpty();
    assertThat(field("application_deadline").getAttribute("value")).isEmpty();
  }

  @Test
  void nothingIsFetchedFromElsewhereAndNothingIsRefused() {
    fillAll();
    check();
    browser.get("http://127.0.0.1:" + port + "/docs");
    await(".opblock");
    assertThat(text(".info")).contains("柯桥区政府质量奖评审规则接口");
    List<String> asked =
        browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
            .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
            .filter(message ->
                message.path("method").asString().equals("Network.requestWillBeSent"))
            .map(message -> message.at("/params/request/url").asString())
            .filter(url -> !url.startsWith("data:"))
            .toList();
    assertThat(asked)
        .isNotEmpty()
        .allMatch(url -> url.startsWith("http://127.0.0.1:" + port + "/"));
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .allMatch(entry -> entry.getLevel().intValue() < Level.SEVERE.intValue());
  }
}

package kqaward.service.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import kqaward.service.Languages;
import kqaward.service.rules.Editions;
import kqaward.service.rules.Wanted;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules are. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "editions", description = "${tag.editions}")
class EditionController {
  @GetMapping("/editions")
  @Operation(summary = "${op.editions}")
  List<Editions.Row> all(
      @RequestParam(name = "in_force_on", required = false) String inForceOn) {
    return Editions.list(inForceOn);
  }

  @GetMapping("/editions/{ordinance}")
  @Operation(summary = "${op.edition}")
  Editions.Whole one(@PathVariable String ordinance, Locale locale) {
    return Editions.find(ordinance, Languages.of(locale));
  }

  @GetMapping("/requirements")
  @Operation(summary = "${op.requirements}")
  List<Wanted> requirements(Locale locale) {
    return Wanted.all(Languages.of(locale));
  }
}

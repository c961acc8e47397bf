package kqaward.service.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import kqaward.Round;
import kqaward.service.Limits;
import kqaward.service.rules.Fault;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A whole year's round. The library reads the text itself, so that numbers stay as written. */
@RestController
@Tag(name = "rounds", description = "${tag.rounds}")
class RoundController {
  private final Limits limits;

  RoundController(Limits limits) {
    this.limits = limits;
  }

  @PostMapping(
      path = "/api/v1/rounds/decide",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "${op.round}",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description = "${schema.round}",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(type = "object"))),
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "OK",
              content = @Content(schema = @Schema(type = "object"))))
  ResponseEntity<byte[]> decide(@RequestBody byte[] text) {
    Round round = Round.parse(text);
    // A few bytes of an organisation make thousands in the answer.
    if (round.ids().size() > limits.organizations()) {
      throw Fault.tooMany("organizations", limits.organizations());
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(round.decide().toJsonBytes());
  }
}

package kqaward.service;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What a client may ask for.
 *
 * @param body          most bytes of a request's body
 * @param bodyTime      most time in which a body must have arrived
 * @param organizations most organisations of a round
 * @param requests      most requests of one address within a window; 0 for any number
 * @param window        length of that window
 */
@ConfigurationProperties("limits")
public record Limits(
    DataSize body, Duration bodyTime, int organizations, int requests, Duration window) {}

package descent.shared.web;

/**
 * Told to whoever observes it when a request was refused because its sender may not do that.
 *
 * @param request method and path
 */
public record Refusal(int status, String request) {}

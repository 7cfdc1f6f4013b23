package descent.engine.rule;

/** {@code name = value}. */
public record Assignment(String name, Expression value, Place place) {}

package descent.engine.rule;

import java.util.List;

/** A formula as it was written. */
public sealed interface Expression {
    Place place();

    /** A number. */
    record Number(double value, Place place) implements Expression {}

    /** Something that has a name. */
    record Name(String name, Place place) implements Expression {}

    /**
     * An operation or a function of others.
     *
     * @param operation as written: {@code +}, {@code <=}, {@code sqrt}; a sign is {@code negate}
     */
    record Apply(String operation, List<Expression> arguments, Place place) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }
}

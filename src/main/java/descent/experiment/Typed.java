package descent.experiment;

import org.jspecify.annotations.Nullable;

/** What came in for the fields of a form. */
@FunctionalInterface
public interface Typed {
    /** Null when nothing came in. */
    @Nullable String in(String field);
}

package descent.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a setting is when a spec does not say: the number, the name of a choice, {@code true} or
 * {@code false}. A setting without this is required, unless it is optional, a list or a group.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Or {
    String value();
}

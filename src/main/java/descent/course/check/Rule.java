package descent.course.check;

import descent.course.material.Finding;
import java.util.function.Consumer;

/** One thing that is true of a good course. */
@FunctionalInterface
public interface Rule {
    void check(Inspected course, Consumer<Finding> findings);
}

package descent.question.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All generators there are. */
public final class Generators {
    private static final Map<String, Generator> ALL =
            Stream.of(
                            Forward.all(),
                            Losses.all(),
                            Descent.all(),
                            Gradients.all(),
                            Updates.all(),
                            Schedules.all(),
                            Depth.all(),
                            Counting.all(),
                            Budget.all(),
                            Diagnosis.all())
                    .flatMap(List::stream)
                    .collect(
                            Collectors.toMap(
                                    Generator::name,
                                    Function.identity(),
                                    (one, other) -> {
                                        throw new IllegalStateException("twice " + one.name());
                                    },
                                    TreeMap::new));

    private Generators() {}

    /** By their names, in the order of these. */
    public static Map<String, Generator> byName() {
        return ALL;
    }
}

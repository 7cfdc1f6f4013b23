package descent.shared.text;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a name in a template stands for, from the innermost section to the template's own
 * data. Qute by itself asks all of its resolvers, some three hundred, in every section on the way:
 * that was half of what a lesson's page cost.
 */
final class NamesInScope implements ValueResolver {
    /** Before all of Qute's own. */
    private static final int PRIORITY = 1_000;

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    /** A name that begins an expression: one that follows a dot is looked for in another object. */
    @Override
    public boolean appliesTo(EvalContext name) {
        var base = name.getBase();
        return base != null
                && base == name.resolutionContext().getData()
                && name.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext name) {
        for (ResolutionContext scope = name.resolutionContext();
                scope != null && isOfNames(scope.getData());
                scope = scope.getParent()) {
            var found = found(name.getName(), scope.getData());
            if (found != null) {
                return found;
            }
        }
        // Qute's own way.
        return Results.notFound(name);
    }

    /** A section that adds nothing has no data. */
    private static boolean isOfNames(@Nullable Object data) {
        return data == null || data instanceof Mapper || data instanceof Map;
    }

    private static @Nullable CompletionStage<Object> found(String name, @Nullable Object data) {
        if (data instanceof Map<?, ?> map) {
            return map.containsKey(name) ? CompletedStage.of(map.get(name)) : null;
        }
        if (!(data instanceof Mapper mapper) || !mapper.appliesTo(name)) {
            return null;
        }
        var value = mapper.getAsync(name);
        boolean missing =
                value instanceof CompletedStage<Object> known
                        && !known.isFailure()
                        && Results.isNotFound(known.get());
        return missing ? null : value;
    }
}

package descent.experiment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of a few, in a form.
 *
 * @param name of the field, in addresses too
 * @param chosen the name of an option; of none when what came in is no option
 */
public record Choice(String name, String label, List<Option> options, String chosen) {
    public record Option(String name, String label) {}

    public Choice {
        options = List.copyOf(options);
    }

    /**
     * @param typed what came in; null when nothing did, and then it is the first option
     */
    public static Choice of(
            String name, String label, List<Option> options, @Nullable String typed) {
        return new Choice(name, label, options, typed == null ? options.getFirst().name() : typed);
    }

    /** What must be chosen, where it is not. */
    public Optional<String> problem() {
        return options.stream().anyMatch(option -> option.name().equals(chosen))
                ? Optional.empty()
                : Optional.of(
                        "%s must be one of: %s."
                                .formatted(
                                        label,
                                        String.join(
                                                ", ",
                                                options.stream().map(Option::name).toList())));
    }
}

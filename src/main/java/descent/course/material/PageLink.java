package descent.course.material;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pages of this site beside its courses that texts may lead to, with what the page is to show:
 * {@code page:paths?surface=ravine&use=sgd}.
 */
public final class PageLink {
    private static final Pattern PAGE =
            Pattern.compile("(backpropagation|paths)(\\?[A-Za-z0-9_.=&-]{1,1000})?");

    private PageLink() {}

    /**
     * @param target what follows {@code page:}
     */
    public static Optional<String> address(String target) {
        return PAGE.matcher(target).matches()
                ? Optional.of("/experiments/" + target)
                : Optional.empty();
    }
}

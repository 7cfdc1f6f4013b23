package descent.shared.web;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A language that the frame of the pages speaks, in its own name. Courses are in the language of
 * their authors.
 */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    GERMAN(Locale.GERMAN, "Deutsch");

    private static final HostCookie COOKIE = new HostCookie("descent-language");
    private static final Duration KEPT = Duration.ofDays(365);

    private final Locale locale;
    private final String title;

    Language(Locale locale, String title) {
        this.locale = locale;
        this.title = title;
    }

    /** What somebody has chosen here, else the first one that the browser asks for. */
    static Language of(HttpServerRequest request) {
        return COOKIE.value(request)
                .flatMap(Language::named)
                .orElseGet(() -> accepted(request.getHeader("Accept-Language")));
    }

    /** The one that suits such a header best; English when none does, or it cannot be read. */
    static Language accepted(@Nullable String header) {
        if (header == null) {
            return ENGLISH;
        }
        try {
            var wanted = Locale.LanguageRange.parse(header);
            var locales = Arrays.stream(values()).map(Language::getLocale).toList();
            return Optional.ofNullable(Locale.lookup(wanted, locales))
                    .map(Locale::getLanguage)
                    .flatMap(Language::named)
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    static Optional<Language> named(String tag) {
        return Arrays.stream(values()).filter(each -> each.getTag().equals(tag)).findFirst();
    }

    void remember(HttpServerRequest request) {
        COOKIE.set(request, getTag(), Optional.of(KEPT));
    }

    public List<Language> getOthers() {
        return Arrays.stream(values()).filter(each -> each != this).toList();
    }

    public Locale getLocale() {
        return locale;
    }

    /** As attributes of HTML say it. */
    public String getTag() {
        return locale.getLanguage();
    }

    public String getTitle() {
        return title;
    }
}

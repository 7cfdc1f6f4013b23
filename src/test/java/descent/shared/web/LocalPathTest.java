package descent.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/courses/x", "/courses/x?page=2&q=a%20b#top", "/account", "/a.b~c"})
    void pathOfThisSiteStaysAsItIs(String path) {
        assertEquals(path, LocalPath.of(path).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "courses",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/ /evil.example",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/a%zz",
                "/a b",
                "/a@evil.example",
                "/:80"
            })
    void whatLeadsElsewhereIsTheStart(String path) {
        assertEquals("/", LocalPath.of(path).text());
    }

    @Test
    void onlyAPageOfThisSiteLeadsBack() {
        assertEquals("/x?y=1", LocalPath.before("http://a.example/x?y=1", "a.example").text());
        assertEquals("/", LocalPath.before("http://evil.example/x", "a.example").text());
        assertEquals("/", LocalPath.before("not a page", "a.example").text());
        assertEquals("/", LocalPath.before(null, "a.example").text());
    }
}

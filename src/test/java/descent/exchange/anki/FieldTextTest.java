package descent.exchange.anki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import descent.shared.text.Html;
import descent.shared.text.Links;
import descent.shared.text.Prose;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {
    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("plain words", "plain words"),
                arguments("a&nbsp;b &lt;c&gt; &amp; d", "a b \\<c> & d"),
                arguments("one<br>two", "one\\\ntwo"),
                arguments("one<br><br>two", "one\n\ntwo"),
                arguments("<div>one</div><div>two</div>", "one\n\ntwo"),
                arguments("<br><div>one<br></div>two<br>", "one\n\ntwo"),
                arguments("<b>bold</b> and <i>italic</i>.", "**bold** and *italic*."),
                arguments("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
                arguments("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n- b"),
                arguments("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
                arguments("<code>a*b</code>", "`a*b`"),
                arguments("<pre>a\n  b</pre>", "```\na\n  b\n```"),
                arguments("H<sub>2</sub>O, x<sup>n+1</sup>", "H$_{2}$O, x$^{n+1}$"),
                arguments(
                        "<a href='https://example.org/a'>there</a>",
                        "[there](https://example.org/a)"),
                arguments("2 * 3 * 4", "2 \\* 3 \\* 4"),
                arguments(
                        "snake_case stays, _this_ does not",
                        "snake_case stays, \\_this\\_ does not"),
                arguments("$5 and $6", "\\$5 and \\$6"),
                arguments("# no title", "\\# no title"),
                arguments("1. no list", "1\\. no list"),
                arguments("version 1.5", "version 1.5"),
                arguments("\\(a_1 &lt; b\\)", "$a_1 < b$"),
                arguments("so: \\[x^2\\]", "so:\n\n$$\nx^2\n$$"),
                arguments("[$]y[/$]", "$y$"),
                arguments("<anki-mathjax>z</anki-mathjax>", "$z$"),
                arguments("{{c1::a}} and {{c2::\\(x\\)::hint}}", "{{c1::a}} and {{c2::$x$::hint}}"),
                arguments("{{c1::\\[x\\]}}", "{{c1::$x$}}"),
                arguments("\\(never ends", "\\\\(never ends"),
                arguments("<h2>Title</h2>text", "**Title**\n\ntext"),
                arguments("[sound:a.mp3]word", "word"),
                arguments("<img src=\"a.png\">", "![p](picture:a.png)"));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void saysTheSameInMarkdown(String html, String markdown) {
        assertEquals(markdown, text(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>@import 'x'</style>",
                "<iframe srcdoc='<b>x</b>'></iframe>",
                "<svg onload=alert(1)><a href='javascript:alert(1)'>x</a></svg>",
                "<object data='x'>x</object>",
                "<form action='https://evil.example'><input></form>",
                "<base href='https://evil.example'>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
            })
    void dropsWhatABrowserWouldRunOrLoad(String html) {
        assertEquals("", text(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='&#106;avascript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<a href=' JaVaScRiPt:alert(1)'>x</a>",
                "<img src=x onerror=alert(1)>",
                "<b onclick=alert(1)>x</b>",
                "&lt;img src=x onerror=alert(1)&gt;",
                "[x](javascript:alert(1))",
                "![x](data:image/svg+xml,x)",
                "<a href='https://example.org/)![x](javascript:alert(1)'>x</a>",
            })
    void becomesSafeHtmlOfOurOwn(String html) {
        var rendered =
                Prose.of(text(html)).render((tex, display) -> Html.NONE, Links.plain()).text();
        assertFalse(rendered.contains("javascript:") && rendered.contains("href"), rendered);
        assertFalse(rendered.matches("(?s).*<(script|[a-z]+ [^>]*\\son\\w+=).*"), rendered);
    }

    @Test
    void attacksOnTimeAndStackAreOver() {
        var attacks =
                List.of(
                        "<b>".repeat(13_000),
                        "<br>".repeat(10_000) + "x" + "<br> ".repeat(8_000) + "x",
                        "\\(".repeat(20_000),
                        "\\[x\\]".repeat(8_000),
                        "[$]".repeat(13_000) + "[$$]".repeat(100),
                        "[sound:".repeat(5_000),
                        "1.".repeat(20_000),
                        "&amp;amp".repeat(5_000),
                        "<ul><li>".repeat(5_000),
                        "{{c1::".repeat(6_000),
                        " ".repeat(40_000) + "x");
        for (var attack : attacks) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> text(attack));
        }
    }

    private static String text(String html) {
        return FieldText.of(html, name -> "![p](picture:" + name + ")", () -> {});
    }
}

package descent.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.shared.text.Links.Target;
import descent.testing.SecondLane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SecondLane
class ProseTest {
    private static final Formulas BRACKETED =
            (tex, display) -> new Html((display ? "[[" : "[") + tex + (display ? "]]" : "]"));

    private static String html(String markdown) {
        return Prose.of(markdown).render(BRACKETED, Links.plain()).text();
    }

    @Test
    void formulasStandInSentencesAndOnLinesOfTheirOwn() {
        var html = html("The step is $w - \\eta g$.\n\n$$\nw \\leftarrow w - \\eta g\n$$\n\nDone.");
        assertTrue(
                html.contains("The step is <span class=\"unbroken\">[w - \\eta g].</span>"), html);
        assertTrue(html.contains("[[w \\leftarrow w - \\eta g]]"), html);
        assertTrue(html.contains("<p>Done.</p>"), html);
    }

    @Test
    void formulaThatWouldWidenAPhonePageMayBreakBeforeItsFullStop() {
        var brief = "\\partial L / \\partial w_{1} = -0.5736";
        var wide = "v = 0.999 \\cdot 0.00025 + 0.001 \\cdot 0.01 = 0.00025975";
        assertTrue(html("So $" + brief + "$.").contains("unbroken"));
        assertFalse(html("So $" + wide + "$.").contains("unbroken"));
    }

    @Test
    void displayFormulaOnOneLine() {
        assertTrue(html("$$ a = b $$\nnext").contains("[[a = b]]"));
        assertTrue(html("$$ a = b $$\nnext").contains("<p>next</p>"));
    }

    @Test
    void amountsOfMoneyAreNoFormulas() {
        assertEquals("<p>It costs $5 and $6.</p>\n", html("It costs $5 and $6."));
    }

    @Test
    void underscoresInFormulasAreNotEmphasis() {
        assertTrue(html("$a_1 + b_1$ and $c_2 * d_2$").contains("[a_1 + b_1] and [c_2 * d_2]"));
    }

    @Test
    void tableScrollsBySelfAndItsHeadsAreHeads() {
        var html = html("| a | $b$ |\n|---|--:|\n| 1 | 2 |");
        assertTrue(html.startsWith("<div class=\"table\" tabindex=\"0\"><table><thead>"), html);
        assertTrue(html.contains("<th scope=\"col\" class=\"right\">[b]</th>"), html);
        assertTrue(html.contains("<td>1</td><td class=\"right\">2</td>"), html);
    }

    @Test
    void linkToWhatIsNotThereKeepsItsWords() {
        var html =
                Prose.of("See [batch](term:x) and ![a valley](figures/x.svg).")
                        .render(BRACKETED, to -> new Target.Missing("no \"" + to + "\""))
                        .text();
        assertTrue(
                html.contains(
                        "<span class=\"broken\" title=\"no &quot;term:x&quot;\">batch</span>"),
                html);
        assertTrue(html.contains("<span class=\"broken\">a valley</span>"), html);
    }

    @Test
    void pictureHasItsSize() {
        var html =
                Prose.of("![a valley](figures/x.svg \"Down.\")")
                        .render(BRACKETED, to -> new Target.Picture("/" + to, 320, 160))
                        .text();
        assertTrue(
                html.contains(
                        "<img src=\"/figures/x.svg\" width=\"320\" height=\"160\" alt=\"a valley\""),
                html);
        assertTrue(html.contains("<figcaption>Down.</figcaption>"), html);
    }

    @Test
    void brokenFormulaIsShownAsItWasWritten() {
        var html =
                Prose.of("So $\\frac{<b>$ it is.")
                        .render(TestFormulas.DRAWN_ONCE.forgiving(), Links.plain())
                        .text();
        assertEquals("<p>So <code class=\"broken\">\\frac{&lt;b&gt;</code> it is.</p>\n", html);
    }

    @Test
    void calloutSaysItsKindAndTitle() {
        var html = html("> [!HALF-TRUTH] SGD always escapes\n> Not **always**.");
        assertTrue(html.contains("<aside class=\"callout callout-half-truth\">"), html);
        assertTrue(
                html.contains(
                        "<span class=\"callout-kind\">Half-truth</span> SGD always escapes</p>"),
                html);
        assertTrue(html.contains("<p>Not <strong>always</strong>.</p>"), html);
    }

    @Test
    void quoteWithoutMarkStaysAQuote() {
        assertTrue(html("> plain").contains("<blockquote>"));
    }

    @Test
    void headingHasTheIdItWasGivenOrOneMadeOfItsWords() {
        var prose = Prose.of("## Batch size {#noise}\n\n### Learning rate", 10);
        assertEquals(
                List.of(
                        new Prose.Title(2, "noise", true, "Batch size", 10),
                        new Prose.Title(3, "learning-rate", false, "Learning rate", 12)),
                prose.titles());
        assertTrue(
                prose.render(BRACKETED, Links.plain())
                        .text()
                        .contains("<h2 id=\"noise\">Batch size</h2>"));
    }

    @Test
    void linkAloneInItsParagraphBecomesACard() {
        Links links =
                to ->
                        to.startsWith("experiment:")
                                ? new Target.Card("/experiments/" + to.substring(11))
                                : new Target.Anchor(
                                        "/glossary#" + to.substring(5),
                                        "term",
                                        "a hint \"quoted\"");
        var html =
                Prose.of("[Try it](experiment:noise)\n\nSee [batch](term:batch).")
                        .render(BRACKETED, links)
                        .text();
        assertTrue(html.contains("<a href=\"/experiments/noise\" data-card=\"\">Try it</a>"), html);
        assertTrue(
                html.contains("class=\"term\" title=\"a hint &quot;quoted&quot;\">batch</a>"),
                html);
    }

    @Test
    void linesAreThoseOfTheFile() {
        var prose = Prose.of("One.\n\n![valley](figures/valley.svg)\n\n[x](term:x) and $y$", 7);
        assertEquals(
                List.of(new Prose.Picture("figures/valley.svg", "valley", 9)), prose.pictures());
        assertEquals(List.of(new Prose.Reference("term:x", "x", 11)), prose.references());
        assertEquals(List.of(new Prose.Formula("y", false, 11)), prose.formulas());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<iframe srcdoc='<script>1</script>'>",
                "text <b onclick=x>bold</b>"
            })
    void htmlInTheSourceIsShownAsText(String attack) {
        var html = html(attack);
        assertFalse(html.matches("(?s).*<(script|img|svg|iframe|b)[ >].*"), html);
        assertTrue(html.contains("&lt;"), html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "[x](java&#115;cript:alert(1))",
                "[x](&#1;javascript:alert(1))",
                "<javascript:alert(1)>",
                "[x][y]\n\n[y]: vbscript:alert(1)",
                "[x](//evil.example/)",
                "[x](/\\evil.example/)"
            })
    void onlyWebMailAndOwnAddressesAreLinked(String attack) {
        var html = html(attack);
        assertFalse(
                html.matches("(?is).*(href|src)=\"[^\"]*(script:|data:|//|\\\\)[^\"]*\".*"), html);
    }

    @Test
    void katexDrawsWithoutInlineStyles() {
        var drawn = TestFormulas.DRAWN_ONCE.draw("\\frac{\\partial L}{\\partial w}", true).text();
        assertTrue(drawn.contains("katex-mathml"), drawn);
        assertFalse(drawn.contains("style="), drawn);
        assertTrue(drawn.matches("(?s).*class=\"[^\"]*k[0-9a-f]{8}.*"), drawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\frac{a", "\\def\\a{\\a\\a}\\a", "\\nosuchcommand", "{{{{{"})
    void badFormulaIsRefusedWithAReason(String tex) {
        var refused =
                assertThrows(
                        FormulaException.class, () -> TestFormulas.DRAWN_ONCE.draw(tex, false));
        assertTrue(refused.getMessage().contains("is not accepted: "), refused.getMessage());
    }

    @Test
    void formulaCannotReachOut() {
        var drawn = TestFormulas.DRAWN_ONCE.draw("\\href{javascript:alert(1)}{x}", false).text();
        assertFalse(drawn.contains("href="), drawn);
    }
}

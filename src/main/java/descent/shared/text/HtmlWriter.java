package descent.shared.text;

import descent.shared.text.Links.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Writes parsed Markdown as safe HTML: no HTML of the author's, no address but web, mail and our
 * own.
 */
final class HtmlWriter extends CoreHtmlNodeRenderer {
    /** So many signs fit a line of a small phone, with what may not be parted from them. */
    private static final int SHORT_FORMULA = 24;

    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+");
    private static final Pattern UNSEEN = Pattern.compile("[{}^_\\s]");

    private final Formulas formulas;
    private final Links links;

    private HtmlWriter(HtmlNodeRendererContext context, Formulas formulas, Links links) {
        super(context);
        this.formulas = formulas;
        this.links = links;
    }

    static Html write(Node document, Formulas formulas, Links links) {
        var renderer =
                HtmlRenderer.builder()
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .urlSanitizer(new OwnAndWebAddresses())
                        .nodeRendererFactory(context -> new HtmlWriter(context, formulas, links))
                        .build();
        return new Html(renderer.render(document));
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        var types = new HashSet<>(super.getNodeTypes());
        types.addAll(
                Set.of(
                        Syntax.InlineFormula.class,
                        Syntax.DisplayFormula.class,
                        Syntax.Callout.class,
                        HeadingId.Marker.class,
                        TableBlock.class,
                        TableHead.class,
                        TableBody.class,
                        TableRow.class,
                        TableCell.class));
        return types;
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case Syntax.InlineFormula formula -> inlineFormula(formula);
            case TableHead head -> element("thead", head);
            case TableBody body -> element("tbody", body);
            case TableRow row -> element("tr", row);
            case TableCell cell -> cell(cell);
            default -> visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        switch (block) {
            case Syntax.DisplayFormula formula -> displayFormula(formula);
            case Syntax.Callout callout -> callout(callout);
            case TableBlock table -> table(table);
            default -> visitChildren(block);
        }
    }

    private void inlineFormula(Syntax.InlineFormula formula) {
        var out = context.getWriter();
        boolean unbroken = !formula.closing().isEmpty() && signs(formula.tex()) <= SHORT_FORMULA;
        if (unbroken) {
            out.tag("span", Map.of("class", "unbroken"));
        }
        out.raw(formulas.draw(formula.tex(), false).text());
        out.text(formula.closing());
        if (unbroken) {
            out.tag("/span");
        }
    }

    private static int signs(String tex) {
        return UNSEEN.matcher(COMMAND.matcher(tex).replaceAll("x")).replaceAll("").length();
    }

    /** It scrolls sideways on a narrow screen, so the keyboard can reach it. */
    private void displayFormula(Syntax.DisplayFormula formula) {
        var out = context.getWriter();
        out.line();
        out.tag("div", inOrder("class", "formula", "tabindex", "0"));
        out.raw(formulas.draw(formula.tex(), true).text());
        out.tag("/div");
        out.line();
    }

    private void callout(Syntax.Callout callout) {
        var out = context.getWriter();
        out.line();
        out.tag("aside", Map.of("class", "callout callout-" + callout.kind()));
        out.tag("p", Map.of("class", "callout-title"));
        out.tag("span", Map.of("class", "callout-kind"));
        out.text(Character.toUpperCase(callout.kind().charAt(0)) + callout.kind().substring(1));
        out.tag("/span");
        out.text(callout.title().isEmpty() ? "" : " " + callout.title());
        out.tag("/p");
        out.line();
        visitChildren(callout);
        out.tag("/aside");
        out.line();
    }

    /** It scrolls sideways on a narrow screen, so the keyboard can reach it. */
    private void table(TableBlock table) {
        var out = context.getWriter();
        out.line();
        out.tag("div", inOrder("class", "table", "tabindex", "0"));
        element("table", table);
        out.tag("/div");
        out.line();
    }

    private void cell(TableCell cell) {
        var name = cell.isHeader() ? "th" : "td";
        var attributes = new LinkedHashMap<String, String>();
        if (cell.isHeader()) {
            attributes.put("scope", "col");
        }
        if (cell.getAlignment() != null && cell.getAlignment() != TableCell.Alignment.LEFT) {
            attributes.put("class", cell.getAlignment().name().toLowerCase(Locale.ROOT));
        }
        context.getWriter().tag(name, attributes);
        visitChildren(cell);
        context.getWriter().tag("/" + name);
    }

    private void element(String name, Node node) {
        context.getWriter().tag(name);
        visitChildren(node);
        context.getWriter().tag("/" + name);
    }

    @Override
    public void visit(Heading heading) {
        var out = context.getWriter();
        out.line();
        out.tag("h" + heading.getLevel(), Map.of("id", HeadingId.of(heading).value()));
        visitChildren(heading);
        out.tag("/h" + heading.getLevel());
        out.line();
    }

    @Override
    public void visit(Paragraph paragraph) {
        var only = paragraph.getFirstChild();
        boolean alone = only != null && only.getNext() == null;
        if (alone
                && only instanceof Link link
                && links.resolve(link.getDestination()) instanceof Target.Card card) {
            card(link, card);
        } else if (alone && only instanceof Image image) {
            figure(image);
        } else {
            super.visit(paragraph);
        }
    }

    private void card(Link link, Target.Card card) {
        var out = context.getWriter();
        out.line();
        out.tag("p", Map.of("class", "card-link"));
        out.tag("a", inOrder("href", safe(card.href()), "data-card", ""));
        visitChildren(link);
        out.tag("/a");
        out.tag("/p");
        out.line();
    }

    private void figure(Image image) {
        var out = context.getWriter();
        out.line();
        out.tag("figure");
        visit(image);
        if (image.getTitle() != null && !image.getTitle().isBlank()) {
            out.tag("figcaption");
            out.text(image.getTitle());
            out.tag("/figcaption");
        }
        out.tag("/figure");
        out.line();
    }

    @Override
    public void visit(Link link) {
        var attributes = new LinkedHashMap<String, String>();
        switch (links.resolve(link.getDestination())) {
            case Target.Card(var href) -> attributes.put("href", safe(href));
            case Target.Picture(var src, _, _) -> attributes.put("href", safe(src));
            case Target.Anchor(var href, var style, var hint) -> {
                attributes.put("href", safe(href));
                putIfAny(attributes, "class", style);
                putIfAny(attributes, "title", hint);
            }
            case Target.Missing(var hint) -> {
                missing(link, hint);
                return;
            }
        }
        context.getWriter().tag("a", attributes);
        visitChildren(link);
        context.getWriter().tag("/a");
    }

    private void missing(Link link, String hint) {
        context.getWriter().tag("span", inOrder("class", "broken", "title", hint));
        visitChildren(link);
        context.getWriter().tag("/span");
    }

    @Override
    public void visit(Image image) {
        var attributes = new LinkedHashMap<String, String>();
        switch (links.resolve(image.getDestination())) {
            case Target.Anchor(var href, _, _) -> attributes.put("src", safeImage(href));
            case Target.Picture(var src, int width, int height) -> {
                attributes.put("src", safeImage(src));
                if (width > 0 && height > 0) {
                    attributes.put("width", Integer.toString(width));
                    attributes.put("height", Integer.toString(height));
                }
            }
            case Target.Card _, Target.Missing _ -> {
                context.getWriter().tag("span", Map.of("class", "broken"));
                context.getWriter().text(PlainText.of(image));
                context.getWriter().tag("/span");
                return;
            }
        }
        attributes.put("alt", PlainText.of(image));
        attributes.put("loading", "lazy");
        context.getWriter().tag("img", attributes, true);
    }

    private String safeImage(String src) {
        return context.encodeUrl(context.urlSanitizer().sanitizeImageUrl(src));
    }

    private String safe(String href) {
        return context.encodeUrl(context.urlSanitizer().sanitizeLinkUrl(href));
    }

    /** Attributes in a fixed order: the same text gives the same bytes in every process. */
    private static Map<String, String> inOrder(
            String name, String value, String otherName, String otherValue) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put(name, value);
        attributes.put(otherName, otherValue);
        return attributes;
    }

    private static void putIfAny(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }

    /** The library's own sanitizer lets {@code data:} through. */
    private static final class OwnAndWebAddresses implements UrlSanitizer {
        private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

        @Override
        public String sanitizeLinkUrl(String url) {
            return allowed(url) ? url : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return allowed(url) ? url : "";
        }

        private static boolean allowed(String url) {
            // Browsers drop white space and control characters within a scheme, so none is let
            // through.
            if (url.chars().anyMatch(c -> c <= ' ' || c == 0x7f)
                    || url.startsWith("//")
                    || url.contains("\\")) {
                return false;
            }
            int colon = url.indexOf(':');
            boolean relative = colon < 0 || url.substring(0, colon).matches(".*[/?#].*");
            return relative || SCHEMES.contains(url.substring(0, colon).toLowerCase(Locale.ROOT));
        }
    }
}

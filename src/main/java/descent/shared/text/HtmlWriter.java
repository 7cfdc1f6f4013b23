package descent.shared.text;

import descent.shared.text.Links.Target;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
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
                        .extensions(List.of(TablesExtension.create()))
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
                        HeadingId.Marker.class));
        return types;
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Syntax.InlineFormula formula) {
            context.getWriter().raw(formulas.draw(formula.tex(), false).text());
        }
    }

    @Override
    public void visit(CustomBlock block) {
        switch (block) {
            case Syntax.DisplayFormula formula -> displayFormula(formula);
            case Syntax.Callout callout -> callout(callout);
            default -> visitChildren(block);
        }
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
        out.text(callout.title().isEmpty() ? callout.kind() : callout.title());
        out.tag("/p");
        out.line();
        visitChildren(callout);
        out.tag("/aside");
        out.line();
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
        var out = context.getWriter();
        var attributes = new LinkedHashMap<String, String>();
        switch (links.resolve(link.getDestination())) {
            case Target.Card card -> attributes.put("href", safe(card.href()));
            case Target.Anchor anchor -> {
                attributes.put("href", safe(anchor.href()));
                putIfAny(attributes, "class", anchor.style());
                putIfAny(attributes, "title", anchor.hint());
            }
        }
        out.tag("a", attributes);
        visitChildren(link);
        out.tag("/a");
    }

    @Override
    public void visit(Image image) {
        var attributes = new LinkedHashMap<String, String>();
        if (links.resolve(image.getDestination()) instanceof Target.Anchor anchor) {
            attributes.put(
                    "src",
                    context.encodeUrl(context.urlSanitizer().sanitizeImageUrl(anchor.href())));
        }
        attributes.put("alt", PlainText.of(image));
        attributes.put("loading", "lazy");
        context.getWriter().tag("img", attributes, true);
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

package descent.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * A text in Markdown, parsed: what a check wants to know of it, and its HTML.
 *
 * <p>Beyond CommonMark and tables: formulas between {@code $} and {@code $$}, callouts ({@code >
 * [!NOTE] Title}), heading ids ({@code ## Title {#id}}), and links with schemes of ours, whose
 * meaning the caller gives by {@link Links}. HTML in the source is shown as text.
 */
public final class Prose {
    /** A link as written. */
    public record Reference(String destination, String text, int line) {}

    /** An image as written. */
    public record Picture(String destination, String alternative, int line) {}

    /** A formula as written. */
    public record Formula(String tex, boolean display, int line) {}

    /** The words of a paragraph, of a heading or of a cell of a table. */
    public record Passage(String text, int line) {}

    /**
     * A heading: its level from 1 to 6, its id, given by the author or made of its words, and its
     * text.
     */
    public record Title(int level, String id, boolean idGiven, String text, int line) {}

    private final String source;
    private final int firstLine;
    private final Node document;

    private Prose(String source, int firstLine) {
        this.source = source;
        this.firstLine = firstLine;
        this.document = Syntax.parse(source);
    }

    public static Prose of(String source) {
        return of(source, 1);
    }

    /**
     * @param firstLine the number, in its file, of the first line of {@code source}: lines are
     *     reported by file
     */
    public static Prose of(String source, int firstLine) {
        return new Prose(source, firstLine);
    }

    public String source() {
        return source;
    }

    /** The number, in its file, of the first line. */
    public int line() {
        return firstLine;
    }

    /**
     * @throws FormulaException when a formula is not accepted
     */
    public Html render(Formulas formulas, Links links) {
        return HtmlWriter.write(document, formulas, links);
    }

    /** The words alone, formulas as written. */
    public String plainText() {
        return PlainText.of(document);
    }

    /**
     * The words alone.
     *
     * @param formula what stands for a formula, which it is given as written
     */
    public String plainText(UnaryOperator<String> formula) {
        return PlainText.of(document, formula);
    }

    public List<Passage> passages() {
        var found = new ArrayList<Passage>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Paragraph paragraph) {
                        add(paragraph);
                    }

                    @Override
                    public void visit(Heading heading) {
                        add(heading);
                    }

                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof TableCell) {
                            add(node);
                        } else {
                            visitChildren(node);
                        }
                    }

                    private void add(Node node) {
                        found.add(new Passage(PlainText.of(node), line(node)));
                    }
                });
        return found;
    }

    public List<Reference> references() {
        var found = new ArrayList<Reference>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        found.add(
                                new Reference(
                                        link.getDestination(), PlainText.of(link), line(link)));
                        visitChildren(link);
                    }
                });
        return found;
    }

    public List<Picture> pictures() {
        var found = new ArrayList<Picture>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Image image) {
                        found.add(
                                new Picture(
                                        image.getDestination(), PlainText.of(image), line(image)));
                    }
                });
        return found;
    }

    /** What looks like HTML, which readers see as it is written. */
    public List<Passage> html() {
        var found = new ArrayList<Passage>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(HtmlBlock block) {
                        found.add(new Passage(block.getLiteral(), line(block)));
                    }

                    @Override
                    public void visit(HtmlInline inline) {
                        found.add(new Passage(inline.getLiteral(), line(inline)));
                    }
                });
        return found;
    }

    public List<Formula> formulas() {
        var found = new ArrayList<Formula>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof Syntax.InlineFormula formula) {
                            found.add(new Formula(formula.tex(), false, line(node)));
                        }
                        visitChildren(node);
                    }

                    @Override
                    public void visit(CustomBlock block) {
                        if (block instanceof Syntax.DisplayFormula formula) {
                            found.add(new Formula(formula.tex(), true, line(block)));
                        }
                        visitChildren(block);
                    }
                });
        return found;
    }

    public List<Title> titles() {
        var found = new ArrayList<Title>();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        var id = HeadingId.of(heading);
                        found.add(
                                new Title(
                                        heading.getLevel(),
                                        id.value(),
                                        id.given(),
                                        PlainText.of(heading),
                                        line(heading)));
                    }
                });
        return found;
    }

    private int line(Node node) {
        for (var n = node; n != null; n = n.getParent()) {
            if (!n.getSourceSpans().isEmpty()) {
                return firstLine + n.getSourceSpans().getFirst().getLineIndex();
            }
        }
        return firstLine;
    }
}

package descent.shared.text;

import java.util.function.UnaryOperator;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of parsed Markdown, one line a block or a cell of a table. */
final class PlainText extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();
    private final UnaryOperator<String> formula;

    private PlainText(UnaryOperator<String> formula) {
        this.formula = formula;
    }

    /** With formulas as written. */
    static String of(Node node) {
        return of(node, tex -> tex);
    }

    static String of(Node node, UnaryOperator<String> formula) {
        var text = new PlainText(formula);
        node.accept(text);
        return text.words.toString().strip();
    }

    @Override
    protected void visitChildren(Node parent) {
        super.visitChildren(parent);
        if (parent instanceof Block
                && !words.isEmpty()
                && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
        words.append(' ');
    }

    @Override
    public void visit(FencedCodeBlock code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Syntax.InlineFormula inline) {
            words.append(formula.apply(inline.tex())).append(inline.closing());
        }
        visitChildren(node);
        if (node instanceof TableCell) {
            words.append('\n');
        }
    }

    @Override
    public void visit(CustomBlock block) {
        switch (block) {
            case Syntax.DisplayFormula display -> words.append(formula.apply(display.tex()));
            case Syntax.Callout callout -> words.append(callout.title()).append('\n');
            default -> {}
        }
        visitChildren(block);
    }
}

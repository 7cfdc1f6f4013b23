package descent.shared.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Markdown as we read it: CommonMark, tables, formulas, callouts and heading ids. */
final class Syntax {
    private static final Parser PARSER =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .customBlockParserFactory(new DisplayFormulaStart())
                    .customInlineContentParserFactory(new InlineFormulaStart())
                    .build();

    private Syntax() {}

    static Node parse(String source) {
        var document = PARSER.parse(source);
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        HeadingId.takeOut(heading);
                    }

                    @Override
                    public void visit(BlockQuote quote) {
                        visitChildren(quote);
                        Callout.replace(quote);
                    }
                });
        return document;
    }

    /** {@code $a^2$}, with the punctuation that follows: a line does not end between them. */
    static final class InlineFormula extends CustomNode {
        private static final String CLOSING = ".,;:?)";

        private final String tex;
        private final String closing;

        InlineFormula(String tex, String closing) {
            this.tex = tex;
            this.closing = closing;
        }

        String closing() {
            return closing;
        }

        String tex() {
            return tex;
        }
    }

    /** {@code $$ … $$} with the dollars first on their lines. */
    static final class DisplayFormula extends CustomBlock {
        private final StringBuilder tex = new StringBuilder();

        String tex() {
            return tex.toString().strip();
        }
    }

    /** {@code > [!WARNING] Title}: a quote that says what kind of remark it is. */
    static final class Callout extends CustomBlock {
        private static final Pattern MARK = Pattern.compile("^\\[!([A-Z-]+)]\\s*(.*)$");
        static final Set<String> KINDS =
                Set.of("note", "tip", "warning", "definition", "example", "half-truth");

        private final String kind;
        private final String title;

        private Callout(String kind, String title) {
            this.kind = kind;
            this.title = title;
        }

        String kind() {
            return kind;
        }

        String title() {
            return title;
        }

        private static void replace(BlockQuote quote) {
            if (!(quote.getFirstChild() instanceof Paragraph first)) {
                return;
            }
            var line = new StringBuilder();
            for (var n = first.getFirstChild(); n instanceof Text text; n = n.getNext()) {
                line.append(text.getLiteral());
            }
            var mark = MARK.matcher(line);
            if (!mark.matches() || !KINDS.contains(mark.group(1).toLowerCase(Locale.ROOT))) {
                return;
            }
            var callout = new Callout(mark.group(1).toLowerCase(Locale.ROOT), mark.group(2));
            callout.setSourceSpans(quote.getSourceSpans());
            quote.insertBefore(callout);
            dropFirstLine(first);
            moveChildren(quote, callout);
            quote.unlink();
        }

        private static void dropFirstLine(Paragraph paragraph) {
            while (paragraph.getFirstChild() instanceof Text text) {
                text.unlink();
            }
            if (paragraph.getFirstChild() instanceof SoftLineBreak end) {
                end.unlink();
            }
            if (paragraph.getFirstChild() == null) {
                paragraph.unlink();
            }
        }

        private static void moveChildren(Node from, Node to) {
            while (from.getFirstChild() != null) {
                to.appendChild(from.getFirstChild());
            }
        }
    }

    private static final class InlineFormulaStart implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return InlineFormulaStart::tryParse;
        }

        private static ParsedInline tryParse(InlineParserState state) {
            var scanner = state.scanner();
            scanner.next();
            var begin = scanner.position();
            // As in Pandoc: "$5 and $6" is money, since a formula neither begins nor ends with a
            // space.
            if (scanner.whitespace() > 0 || scanner.find('$') <= 0) {
                return ParsedInline.none();
            }
            var tex = scanner.getSource(begin, scanner.position()).getContent();
            scanner.next();
            if (Character.isWhitespace(tex.charAt(tex.length() - 1))) {
                return ParsedInline.none();
            }
            char after = scanner.peek();
            boolean closes = InlineFormula.CLOSING.indexOf(after) >= 0;
            if (closes) {
                scanner.next();
            }
            var formula = new InlineFormula(tex, closes ? String.valueOf(after) : "");
            return ParsedInline.of(formula, scanner.position());
        }
    }

    private static final class DisplayFormulaStart implements BlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            var line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            return state.getIndent() < 4
                            && line.length() >= at + 2
                            && line.subSequence(at, at + 2).equals("$$")
                    ? BlockStart.of(new DisplayFormulaParser()).atIndex(at + 2)
                    : BlockStart.none();
        }
    }

    private static final class DisplayFormulaParser extends AbstractBlockParser {
        private final DisplayFormula block = new DisplayFormula();
        private boolean closed;

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            var text = line.getContent().toString();
            int end = text.indexOf("$$");
            closed = end >= 0;
            block.tex.append(closed ? text.substring(0, end) : text).append('\n');
        }
    }
}

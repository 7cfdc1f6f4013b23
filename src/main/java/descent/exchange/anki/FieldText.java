package descent.exchange.anki;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The Markdown that says what the HTML of a field says. Nothing of the HTML itself is kept: what
 * Markdown has no words for is lost, and what a browser would run or load never comes through.
 */
public final class FieldText {
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "tr",
                    "blockquote",
                    "pre",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "dl",
                    "dt",
                    "dd",
                    "section",
                    "article",
                    "center");
    private static final Set<String> SILENT =
            Set.of(
                    "script",
                    "style",
                    "head",
                    "title",
                    "iframe",
                    "object",
                    "embed",
                    "svg",
                    "math",
                    "template",
                    "noscript",
                    "video",
                    "audio",
                    "form",
                    "input",
                    "button",
                    "select",
                    "textarea",
                    "link",
                    "meta",
                    "base",
                    "canvas");
    private static final Pattern SOUND = Pattern.compile("\\[(?:sound|anki):[^\\[\\]]*]");
    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,32};");

    /** Deeper than this only the words are taken: an attack on the stack looks like that. */
    private static final int DEEPEST = 100;

    /** A character of Unicode's private use, for an end of a line within a paragraph. */
    private static final char LINE_END = '\ue001';

    private static final Pattern SPACE = Pattern.compile("[ \\n" + LINE_END + "]+");

    /** Finds the address of a picture by the name that the field has for it; empty for none. */
    private final Function<String, String> pictures;

    private final Runnable lostSound;
    private final Formulae formulas = new Formulae();
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private FieldText(Function<String, String> pictures, Runnable lostSound) {
        this.pictures = pictures;
        this.lostSound = lostSound;
    }

    public static String of(String html, Function<String, String> pictures, Runnable lostSound) {
        return new FieldText(pictures, lostSound).convert(html);
    }

    private String convert(String html) {
        var silent = SOUND.matcher(html.replaceAll("[" + Formulae.MARK + LINE_END + "]", ""));
        if (silent.find()) {
            lostSound.run();
        }
        var body = Jsoup.parseBodyFragment(formulas.takenOutOf(silent.replaceAll(""))).body();
        children(body);
        return formulas.putBackInto(linesEnded(out)).strip();
    }

    /**
     * One line end within a paragraph is a line end of Markdown, two of them begin the next
     * paragraph; beside the end of a block it is nothing.
     */
    private static String linesEnded(CharSequence text) {
        return SPACE.matcher(text)
                .replaceAll(run -> {
                    boolean outside = run.start() == 0 || run.end() == text.length();
                    return outside ? "" : Matcher.quoteReplacement(ended(run.group()));
                });
    }

    private static String ended(String space) {
        int lineEnds = (int) space.chars().filter(c -> c == LINE_END).count();
        int newLines = (int) space.chars().filter(c -> c == '\n').count();
        if (newLines == 0 && lineEnds < 2) {
            return lineEnds == 0 ? space : "\\\n";
        }
        int last = Math.max(space.lastIndexOf('\n'), space.lastIndexOf(LINE_END));
        int breaks = Math.min(2, newLines + (lineEnds > 1 ? 2 : 0));
        return "\n".repeat(breaks) + space.substring(last + 1);
    }

    private void children(Node parent) {
        parent.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        if (node instanceof TextNode text) {
            words(text.text());
        } else if (node instanceof Element element && !SILENT.contains(element.normalName())) {
            if (++depth > DEEPEST) {
                words(element.text());
            } else {
                element(element);
            }
            depth--;
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        switch (name) {
            case "br" -> out.append(LINE_END);
            case "hr" -> out.append("\n\n---\n\n");
            case "b", "strong" -> around("**", element);
            case "i", "em" -> around("*", element);
            case "code", "tt", "kbd", "samp" -> code(element);
            case "pre" -> pre(element);
            case "sub" -> raised("_", element);
            case "sup" -> raised("^", element);
            case "a" -> link(element);
            case "img" -> out.append(pictures.apply(element.attr("src")));
            case "li" -> item(element);
            case "td", "th" -> {
                children(element);
                out.append("  ");
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                block();
                around("**", element);
                block();
            }
            default -> {
                boolean block = BLOCKS.contains(name);
                if (block) {
                    block();
                }
                children(element);
                if (block) {
                    block();
                }
            }
        }
    }

    private void block() {
        while (!out.isEmpty() && (out.charAt(out.length() - 1) == ' ')) {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && !endsWith("\n\n")) {
            out.append(endsWith("\n") ? "\n" : "\n\n");
        }
    }

    private void item(Element item) {
        if (!atLineStart()) {
            out.append('\n');
        }
        boolean numbered = item.parent() != null && item.parent().normalName().equals("ol");
        // Before its sign: a paragraph in it takes away the space that it would find there.
        var inside = inner(item).strip().replace("\n", "\n  ");
        out.append(numbered ? item.elementSiblingIndex() + 1 + ". " : "- ");
        out.append(inside).append('\n');
    }

    private void around(String mark, Element element) {
        var inside = inner(element);
        var words = inside.strip();
        boolean plain =
                !words.isEmpty()
                        && !words.matches("(?s).*(\n|" + LINE_END + ").*")
                        && !words.contains(mark);
        out.append(plain ? inside.replace(words, mark + words + mark) : inside);
    }

    private void code(Element element) {
        var text = element.text().replace("`", "'");
        out.append(text.isBlank() ? text : "`" + text.strip() + "`");
    }

    private void pre(Element element) {
        var fence = "```";
        var text = element.wholeText().replace(fence, "'''");
        block();
        out.append(fence).append('\n').append(text.stripTrailing()).append('\n').append(fence);
        block();
    }

    /** Short ones become a formula, which is how this program writes them. */
    private void raised(String sign, Element element) {
        var text = element.text().strip();
        if (text.matches("[A-Za-z0-9+-]{1,10}")) {
            out.append('$').append(sign).append('{').append(text).append("}$");
        } else {
            children(element);
        }
    }

    private void link(Element element) {
        var href = element.attr("href").strip();
        var inside = inner(element).strip();
        boolean safe =
                href.toLowerCase(Locale.ROOT).matches("(?s)(https?://|mailto:)[^\\s<>()\\\\]+");
        out.append(
                safe && !inside.isEmpty() && !inside.matches("(?s).*(\n|" + LINE_END + ").*")
                        ? "[%s](%s)".formatted(inside, href)
                        : inside);
    }

    /** What the children of an element say, apart from what stands before. */
    private String inner(Element element) {
        int begin = out.length();
        children(element);
        // A block may have taken away a space that stood before.
        begin = Math.min(begin, out.length());
        var inside = out.substring(begin);
        out.setLength(begin);
        return inside;
    }

    private void words(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '\u00a0' ? ' ' : text.charAt(i);
            if (c == ' ' && atLineStart()) {
                continue;
            }
            if (meansSomething(c, text, i)) {
                out.append('\\');
            }
            out.append(c);
        }
    }

    /** Whether Markdown would take a character for more than itself. */
    private boolean meansSomething(char c, String text, int at) {
        return switch (c) {
            case '\\', '`', '*', '[', ']', '<', '$' -> true;
            case '_' -> !(isWord(text, at - 1) && isWord(text, at + 1));
            case '#', '>', '-', '+', '=', '|', '~' -> atLineStart();
            case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
            case '.', ')' -> followsNumberOfList();
            default -> false;
        };
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private boolean followsNumberOfList() {
        int begin = out.length();
        while (begin > 0 && Character.isDigit(out.charAt(begin - 1)) && out.length() - begin < 10) {
            begin--;
        }
        return begin < out.length() && isLineStart(begin);
    }

    private boolean atLineStart() {
        return isLineStart(out.length());
    }

    private boolean isLineStart(int at) {
        return at == 0 || out.charAt(at - 1) == '\n' || out.charAt(at - 1) == LINE_END;
    }

    private boolean endsWith(String end) {
        return out.length() >= end.length()
                && out.substring(out.length() - end.length()).equals(end);
    }
}

package descent.engine.rule;

import descent.engine.rule.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a text into words. A line that ends within parentheses goes on in the next. */
final class Lexer {
    private static final Pattern NUMBER =
            Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final List<String> SYMBOLS =
            List.of("<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "(", ")", ",", "=", "<", ">");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private int open;

    private Lexer(String text) {
        this.text = text;
    }

    /**
     * @throws RuleException at a character that the language does not have
     */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length()) lexer.next();
        lexer.add(Kind.END, "", 0);
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            if (open == 0) add(Kind.END_OF_STATEMENT, "", 1);
            else at++;
            line++;
            lineStart = at;
        } else if (c == ';') add(Kind.END_OF_STATEMENT, ";", 1);
        else if (c == ' ' || c == '\t' || c == '\r') at++;
        else if (c == '#') while (at < text.length() && text.charAt(at) != '\n') at++;
        else word();
    }

    private void word() {
        if (matched(NUMBER, Kind.NUMBER) || matched(NAME, Kind.NAME)) return;
        for (var symbol : SYMBOLS)
            if (text.startsWith(symbol, at)) {
                if (symbol.equals("(")) open++;
                if (symbol.equals(")")) open = Math.max(0, open - 1);
                add(Kind.SYMBOL, symbol, symbol.length());
                return;
            }
        var shown = Character.toString(text.codePointAt(at));
        throw new RuleException(place(), "the language has no \"" + shown + "\"");
    }

    private boolean matched(Pattern pattern, Kind kind) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) return false;
        add(kind, matcher.group(), matcher.group().length());
        return true;
    }

    private void add(Kind kind, String word, int length) {
        tokens.add(new Token(kind, word, place()));
        at += length;
    }

    private Place place() {
        return new Place(line, at - lineStart + 1);
    }
}

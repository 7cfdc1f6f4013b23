package descent.engine.rule;

import descent.engine.rule.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads assignments, one to a line or parted by semicolons; {@code #} begins a remark.
 *
 * <pre>
 * assignment  name = comparison
 * comparison  sum [ &lt; | &lt;= | &gt; | &gt;= | == | !=  sum ]
 * sum         term { + | -  term }
 * term        factor { * | /  factor }
 * factor      - factor | power
 * power       atom [ ^ factor ]
 * atom        number | name | function ( comparison, … ) | ( comparison )
 * </pre>
 */
public final class Parser {
    private static final int DEEPEST = 60;
    private static final int MOST_ASSIGNMENTS = 64;
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");

    private final List<Token> tokens;
    private final Map<String, Integer> functions;
    private int at;
    private int depth;

    private Parser(String text, Map<String, Integer> functions) {
        tokens = Lexer.tokens(text);
        this.functions = functions;
    }

    /**
     * @param functions the names there are, with the numbers of their arguments
     * @throws RuleException with the place and what was expected
     */
    public static List<Assignment> assignments(String text, Map<String, Integer> functions) {
        return new Parser(text, functions).all();
    }

    private List<Assignment> all() {
        var all = new ArrayList<Assignment>();
        while (true) {
            while (now().kind() == Kind.END_OF_STATEMENT) at++;
            if (now().kind() == Kind.END) return all;
            if (all.size() == MOST_ASSIGNMENTS)
                throw new RuleException(
                        now().place(), "there may be at most " + MOST_ASSIGNMENTS + " assignments");
            all.add(assignment());
        }
    }

    private Assignment assignment() {
        var name = now();
        if (name.kind() != Kind.NAME) throw expected("the name of what is assigned");
        if (functions.containsKey(name.text()))
            throw new RuleException(
                    name.place(), name.shown() + " is a function and cannot be assigned");
        at++;
        take("=");
        var value = comparison();
        if (now().kind() != Kind.END_OF_STATEMENT && now().kind() != Kind.END)
            throw expected("an operator or the end of the line");
        return new Assignment(name.text(), value, name.place());
    }

    private Expression comparison() {
        var left = sum();
        if (now().kind() != Kind.SYMBOL || !COMPARISONS.contains(now().text())) return left;
        var operator = tokens.get(at++);
        return binary(operator, left, sum());
    }

    private Expression sum() {
        var left = term();
        while (now().is("+") || now().is("-")) {
            var operator = tokens.get(at++);
            left = binary(operator, left, term());
        }
        return left;
    }

    private Expression term() {
        var left = factor();
        while (now().is("*") || now().is("/")) {
            var operator = tokens.get(at++);
            left = binary(operator, left, factor());
        }
        return left;
    }

    private Expression factor() {
        if (++depth > DEEPEST)
            throw new RuleException(
                    now().place(), "this is nested more than " + DEEPEST + " levels deep");
        var factor = now().is("-") ? negative() : power();
        depth--;
        return factor;
    }

    private Expression negative() {
        var sign = tokens.get(at++);
        return new Expression.Apply("negate", List.of(factor()), sign.place());
    }

    private Expression power() {
        var base = atom();
        if (!now().is("^")) return base;
        var operator = tokens.get(at++);
        return binary(operator, base, factor());
    }

    private Expression atom() {
        var token = now();
        if (token.kind() == Kind.NUMBER) {
            at++;
            return number(token);
        }
        if (token.kind() == Kind.NAME) {
            at++;
            if (functions.containsKey(token.text())) return call(token);
            if (now().is("("))
                throw new RuleException(
                        token.place(),
                        "there is no function "
                                + token.shown()
                                + "; there are "
                                + String.join(", ", new TreeSet<>(functions.keySet())));
            return new Expression.Name(token.text(), token.place());
        }
        if (!token.is("(")) throw expected("a number, a name or \"(\"");
        at++;
        var within = comparison();
        take(")");
        return within;
    }

    private static Expression number(Token token) {
        double value = Double.parseDouble(token.text());
        if (!(value <= Float.MAX_VALUE))
            throw new RuleException(token.place(), token.shown() + " is too large");
        return new Expression.Number(value, token.place());
    }

    private Expression call(Token function) {
        take("(");
        var arguments = new ArrayList<Expression>();
        arguments.add(comparison());
        while (now().is(",")) {
            at++;
            arguments.add(comparison());
        }
        var end = now();
        take(")");
        int wanted = functions.getOrDefault(function.text(), 0);
        if (arguments.size() != wanted)
            throw new RuleException(
                    end.place(),
                    "%s takes %d argument%s, not %d"
                            .formatted(
                                    function.text(),
                                    wanted,
                                    wanted == 1 ? "" : "s",
                                    arguments.size()));
        return new Expression.Apply(function.text(), arguments, function.place());
    }

    private static Expression binary(Token operator, Expression left, Expression right) {
        return new Expression.Apply(operator.text(), List.of(left, right), operator.place());
    }

    private Token now() {
        return tokens.get(at);
    }

    private void take(String symbol) {
        if (!now().is(symbol)) throw expected("\"" + symbol + "\"");
        at++;
    }

    private RuleException expected(String what) {
        return new RuleException(now().place(), "expected " + what + ", found " + now().shown());
    }
}

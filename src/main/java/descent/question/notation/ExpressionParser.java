package descent.question.notation;

import descent.question.notation.Expression.Binary;
import descent.question.notation.Expression.Call;
import descent.question.notation.Expression.Constant;
import descent.question.notation.Expression.Function;
import descent.question.notation.Expression.Negative;
import descent.question.notation.Expression.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a formula by recursive descent.
 *
 * <pre>
 * sum     = term { (+|-) term }
 * term    = signed { (*|/) signed | power }        2x and 2(x+1) multiply; 2 3 and x2 are refused
 * signed  = (+|-) signed | power
 * power   = atom [ ^ signed ]                      so -x^2 is -(x^2) and 2^-3 an eighth
 * atom    = number | name | function ( sum {, sum} ) | ( sum )
 * </pre>
 */
final class ExpressionParser {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 100;
    private static final int MOST_PARTS = 500;

    private final String text;
    private final Set<String> variables;
    private int at;
    private int depth;
    private int parts;

    ExpressionParser(String typed, Collection<String> variables) throws NotUnderstood {
        if (typed.length() > LONGEST) {
            throw new NotUnderstood("a formula has at most " + LONGEST + " characters");
        }
        this.text = Spelling.ofNumber(typed).replaceAll("[×·⋅∙]", "*").replace("√", "sqrt");
        this.variables = new HashSet<>();
        // Spelled as the text is: the two signs for micro, letters of mathematical alphabets.
        variables.forEach(name -> this.variables.add(Spelling.ofNumber(name)));
    }

    Expression read() throws NotUnderstood {
        if (text.isEmpty()) {
            throw new NotUnderstood("a formula is expected");
        }
        var expression = sum();
        if (at < text.length()) {
            throw unexpected("an operator or the end");
        }
        return expression;
    }

    private Expression sum() throws NotUnderstood {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("a formula may be " + DEEPEST + " levels deep");
        }
        var left = term();
        while (peek() == '+' || peek() == '-') {
            char operator = take();
            left = part(new Binary(operator, left, term()));
        }
        depth--;
        return left;
    }

    private Expression term() throws NotUnderstood {
        var left = signed();
        while (true) {
            char c = peek();
            if (c == '*' || c == '/') {
                take();
                left = part(new Binary(c, left, signed()));
            } else if (c == '(' || Character.isLetter(c)) {
                left = part(new Binary('*', left, power()));
            } else {
                return left;
            }
        }
    }

    private Expression signed() throws NotUnderstood {
        char c = peek();
        if (c != '-' && c != '+') {
            return power();
        }
        take();
        if (++depth > DEEPEST) {
            throw new NotUnderstood("a formula may be " + DEEPEST + " levels deep");
        }
        var of = signed();
        depth--;
        return c == '-' ? part(new Negative(of)) : of;
    }

    private Expression power() throws NotUnderstood {
        var base = atom();
        if (peek() != '^') {
            return base;
        }
        take();
        if (++depth > DEEPEST) {
            throw new NotUnderstood("a formula may be " + DEEPEST + " levels deep");
        }
        var exponent = signed();
        depth--;
        return part(new Binary('^', base, exponent));
    }

    private Expression atom() throws NotUnderstood {
        char c = peek();
        if (c == '(') {
            take();
            var inner = sum();
            close();
            return inner;
        }
        if (c == '.' || Character.isDigit(c)) {
            return number();
        }
        if (Character.isLetter(c)) {
            return name();
        }
        throw unexpected("a number, a variable or '('");
    }

    private Expression number() throws NotUnderstood {
        int start = at;
        while (at < text.length()
                && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        int mantissa = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int digits = at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            // 2e is 2 times e
            at = at == digits ? mantissa : at;
        }
        var written = text.substring(start, at);
        try {
            return part(new Constant(Double.parseDouble(written), written));
        } catch (NumberFormatException e) {
            at = start;
            throw unexpected("a number");
        }
    }

    private Expression name() throws NotUnderstood {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        var word = text.substring(start, at);
        // A word of several names side by side is a product: the longest name that it begins with.
        for (int length = word.length(); length > 0; length--) {
            var name = word.substring(0, length);
            at = start + length;
            if (at < text.length() && Character.isDigit(text.charAt(at))) {
                continue;
            }
            if (Function.byName().get(name) instanceof Function function && peek() == '(') {
                return call(function);
            }
            if (variables.contains(name)) {
                return part(new Variable(name));
            }
            if (name.equals("pi") || name.equals("π")) {
                return part(new Constant(Math.PI, "pi"));
            }
            if (name.equals("e")) {
                return part(new Constant(Math.E, "e"));
            }
        }
        at = start;
        if (Function.byName().containsKey(word)) {
            throw new NotUnderstood("'" + word + "' needs parentheses: " + word + "(…)");
        }
        throw new NotUnderstood(
                "'"
                        + word
                        + "' is not known here; variables are "
                        + String.join(", ", new TreeSet<>(variables))
                        + "; functions are "
                        + Function.names());
    }

    private Expression call(Function function) throws NotUnderstood {
        take();
        var arguments = new ArrayList<Expression>(List.of(sum()));
        while (peek() == ',') {
            take();
            arguments.add(sum());
        }
        close();
        if (arguments.size() != function.arity()) {
            throw new NotUnderstood(
                    function.text()
                            + " takes "
                            + (function.arity() == 1 ? "one value" : "two values")
                            + ", was given "
                            + arguments.size());
        }
        return part(new Call(function, List.copyOf(arguments)));
    }

    private <E extends Expression> E part(E expression) throws NotUnderstood {
        if (++parts > MOST_PARTS) {
            throw new NotUnderstood("a formula may have " + MOST_PARTS + " parts");
        }
        return expression;
    }

    private void close() throws NotUnderstood {
        if (peek() != ')') {
            throw unexpected("')'");
        }
        take();
    }

    /** The next character that is no space; NUL at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char take() {
        char c = peek();
        at++;
        return c;
    }

    private NotUnderstood unexpected(String expected) {
        char found = peek();
        var what = found == '\0' ? "the formula ends" : "there is '" + found + "'";
        return new NotUnderstood(
                "at character " + (at + 1) + " " + expected + " is expected, but " + what);
    }
}

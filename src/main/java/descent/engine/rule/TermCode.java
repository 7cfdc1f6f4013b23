package descent.engine.rule;

import descent.engine.tensor.FloatMath;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.util.List;

/** Turns a term into the instructions that push its value. */
final class TermCode {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc OWN_MATH = ClassDesc.of(FloatMath.class.getName());

    private final CodeBuilder code;
    private final Compiler.Locals locals;
    private int spare;

    TermCode(CodeBuilder code, Compiler.Locals locals) {
        this.code = code;
        this.locals = locals;
        spare = locals.firstSpare();
    }

    void push(Term term) {
        switch (term) {
            case Term.Factor(int index) -> code.fload(locals.factor(index));
            case Term.Variable(int slot) -> code.fload(locals.variable(slot));
            case Term.WholePower(var base, int exponent) -> power(base, exponent);
            case Term.Operation(var operator, var arguments) -> operation(operator, arguments);
        }
    }

    private void operation(Operator operator, List<Term> arguments) {
        if (operator == Operator.WHERE) choice(arguments);
        else if (operator == Operator.CLIP) clip(arguments);
        else if (operator == Operator.POWER) power(arguments.getFirst(), arguments.getLast());
        else if (operator.compares()) comparison(operator, arguments);
        else {
            arguments.forEach(this::push);
            simple(operator);
        }
    }

    private void simple(Operator operator) {
        switch (operator) {
            case NEGATE -> code.fneg();
            case ADD -> code.fadd();
            case SUBTRACT -> code.fsub();
            case MULTIPLY -> code.fmul();
            case DIVIDE -> code.fdiv();
            case SQRT -> code.f2d().invokestatic(MATH, "sqrt", Compiler.DOUBLE_TO_DOUBLE).d2f();
            case EXP -> code.invokestatic(OWN_MATH, "exp", Compiler.floats(1));
            case LOG -> code.invokestatic(OWN_MATH, "log", Compiler.floats(1));
            case ABS -> code.invokestatic(MATH, "abs", Compiler.floats(1));
            case SIGN -> code.invokestatic(MATH, "signum", Compiler.floats(1));
            case MIN -> code.invokestatic(MATH, "min", Compiler.floats(2));
            case MAX -> code.invokestatic(MATH, "max", Compiler.floats(2));
            case POWER, CLIP, WHERE, LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT ->
                    throw new IllegalStateException(operator + " has instructions of its own");
        }
    }

    /** max(low, min(high, x)). */
    private void clip(List<Term> arguments) {
        push(arguments.get(1));
        push(arguments.get(2));
        push(arguments.get(0));
        simple(Operator.MIN);
        simple(Operator.MAX);
    }

    /** x^y = exp(y log x). */
    private void power(Term base, Term exponent) {
        push(exponent);
        push(base);
        simple(Operator.LOG);
        simple(Operator.MULTIPLY);
        simple(Operator.EXP);
    }

    /** By squaring, from the exponent's highest bit down. */
    private void power(Term base, int exponent) {
        if (exponent == 0) {
            code.fconst_1();
            return;
        }
        if (exponent < 0) code.fconst_1();
        int x = spare++;
        push(base);
        code.fstore(x).fload(x);
        int times = Math.abs(exponent);
        for (int bit = Integer.highestOneBit(times) >> 1; bit > 0; bit >>= 1) {
            code.dup().fmul();
            if ((times & bit) != 0) code.fload(x).fmul();
        }
        if (exponent < 0) code.fdiv();
        spare--;
    }

    private void choice(List<Term> arguments) {
        var otherwise = code.newLabel();
        var end = code.newLabel();
        unless(arguments.get(0), otherwise);
        push(arguments.get(1));
        code.goto_(end).labelBinding(otherwise);
        push(arguments.get(2));
        code.labelBinding(end);
    }

    private void comparison(Operator operator, List<Term> arguments) {
        var no = code.newLabel();
        var end = code.newLabel();
        unless(new Term.Operation(operator, arguments), no);
        code.fconst_1().goto_(end).labelBinding(no).fconst_0().labelBinding(end);
    }

    /** Jumps where a condition is 0. NaN is neither less nor greater nor equal, but not 0. */
    private void unless(Term condition, Label no) {
        if (condition instanceof Term.Operation(var operator, var arguments)
                && operator.compares()) {
            arguments.forEach(this::push);
            switch (operator) {
                case LESS -> code.fcmpg().ifge(no);
                case AT_MOST -> code.fcmpg().ifgt(no);
                case GREATER -> code.fcmpl().ifle(no);
                case AT_LEAST -> code.fcmpl().iflt(no);
                case EQUAL -> code.fcmpl().ifne(no);
                case DIFFERENT -> code.fcmpl().ifeq(no);
                default -> throw new IllegalStateException(operator + " does not compare");
            }
            return;
        }
        push(condition);
        code.fconst_0().fcmpl().ifeq(no);
    }
}

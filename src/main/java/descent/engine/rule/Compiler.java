package descent.engine.rule;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one loop of a rule, as a hidden class of its own: arrays in, arithmetic, arrays out. The
 * JIT compiler turns it into vectors as it does with a loop that was written in Java.
 */
final class Compiler {
    private static final int KEPT = 256;
    private static final ClassDesc FLOATS = CD_float.arrayType();

    private record Key(String text, List<String> settings) {}

    /** The loops that were used last. */
    private static final Map<Key, Kernel> KERNELS =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Kernel> eldest) {
                    return size() > KEPT;
                }
            };

    private Compiler() {}

    static Kernel kernel(String text, List<String> settings, Program program) {
        synchronized (KERNELS) {
            return KERNELS.computeIfAbsent(new Key(text, settings), _ -> compile(program));
        }
    }

    private static Kernel compile(Program program) {
        var packageName = Compiler.class.getPackageName();
        var bytes =
                ClassFile.of()
                        .build(
                                ClassDesc.of(packageName, "CompiledRule"),
                                type ->
                                        type.withFlags(ClassFile.ACC_FINAL)
                                                .withInterfaceSymbols(
                                                        ClassDesc.of(packageName, "Kernel"))
                                                .withMethodBody(
                                                        INIT_NAME,
                                                        MTD_void,
                                                        ClassFile.ACC_PUBLIC,
                                                        Compiler::constructor)
                                                .withMethodBody(
                                                        "update",
                                                        MethodTypeDesc.of(
                                                                CD_void,
                                                                FLOATS,
                                                                FLOATS,
                                                                FLOATS.arrayType(),
                                                                FLOATS,
                                                                CD_int),
                                                        ClassFile.ACC_PUBLIC,
                                                        code -> loop(code, program)));
        try {
            return (Kernel)
                    MethodHandles.lookup()
                            .defineHiddenClass(bytes, true)
                            .lookupClass()
                            .getDeclaredConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot define the rule's loop", e);
        }
    }

    private static void constructor(CodeBuilder code) {
        code.aload(0).invokespecial(ConstantDescs.CD_Object, INIT_NAME, MTD_void).return_();
    }

    /** Arguments: 1 w, 2 g, 3 state, 4 factors, 5 count. */
    private static void loop(CodeBuilder code, Program program) {
        int states = program.state().size();
        var locals = new Locals(states, program.factors().size(), program.slots());
        for (int k = 0; k < states; k++)
            code.aload(3).loadConstant(k).aaload().astore(locals.stateArray(k));
        for (int k = 0; k < program.factors().size(); k++)
            code.aload(4).loadConstant(k).faload().fstore(locals.factor(k));
        var top = code.newLabel();
        var end = code.newLabel();
        int i = locals.index();
        code.iconst_0().istore(i).labelBinding(top).iload(i).iload(5).if_icmpge(end);
        for (int slot = 0; slot < Program.FIRST_STATE + states; slot++)
            code.aload(locals.array(slot)).iload(i).faload().fstore(locals.variable(slot));
        var terms = new TermCode(code, locals);
        for (var store : program.stores()) {
            terms.push(store.value());
            code.fstore(locals.variable(store.slot()));
        }
        for (int slot = 0; slot < Program.FIRST_STATE + states; slot++)
            if (slot != Program.GRADIENT)
                code.aload(locals.array(slot)).iload(i).fload(locals.variable(slot)).fastore();
        code.iinc(i, 1).goto_(top).labelBinding(end).return_();
    }

    /** Where the method keeps what. */
    record Locals(int states, int factors, int slots) {
        private static final int FIRST = 6;

        int stateArray(int k) {
            return FIRST + k;
        }

        int array(int slot) {
            return slot < Program.FIRST_STATE ? slot + 1 : stateArray(slot - Program.FIRST_STATE);
        }

        int factor(int k) {
            return FIRST + states + k;
        }

        int variable(int slot) {
            return FIRST + states + factors + slot;
        }

        int index() {
            return variable(slots);
        }

        /** Free for passing things. */
        int firstSpare() {
            return index() + 1;
        }
    }

    static MethodTypeDesc floats(int arguments) {
        return MethodTypeDesc.of(CD_float, Collections.nCopies(arguments, CD_float));
    }

    static final MethodTypeDesc DOUBLE_TO_DOUBLE = MethodTypeDesc.of(CD_double, CD_double);
}

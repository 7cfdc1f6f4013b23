package descent.engine.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the compiler needs to see vectors as numbers in registers, and not as objects. */
class CodeSizeTest {
    /** HotSpot's MaxInlineSize: methods up to this are inlined however seldom they were called. */
    private static final int ALWAYS_INLINED = 35;

    @Test
    void whatTakesAndGivesVectorsIsSmallEnoughToBeInlined() throws IOException {
        var tooLarge = new ArrayList<String>();
        int seen = 0;
        for (var name :
                List.of(
                        "VectorMath",
                        "VectorCurves$Gelu",
                        "VectorCurves$Silu",
                        "VectorCurves$Softplus")) {
            try (var in = VectorMath.class.getResourceAsStream(name + ".class")) {
                for (var method : ClassFile.of().parse(in.readAllBytes()).methods()) {
                    if (!method.methodType()
                            .stringValue()
                            .endsWith(")Ljdk/incubator/vector/FloatVector;")) continue;
                    int length =
                            method.findAttribute(Attributes.code())
                                    .map(CodeAttribute::codeLength)
                                    .orElse(0);
                    seen++;
                    if (length > ALWAYS_INLINED)
                        tooLarge.add(
                                name + "." + method.methodName().stringValue() + ": " + length);
                }
            }
        }
        assertEquals(List.of(), tooLarge);
        assertTrue(seen > 30, "saw " + seen);
    }
}

package descent.engine.tensor;

import static jdk.incubator.vector.VectorOperators.GT;

import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** A vector holds one output of many examples: sums go from output to output, upwards. */
final class VectorSoftmaxPasses implements SoftmaxPasses {
    private static final VectorSpecies<Float> S = Lanes.species(MethodHandles.lookup());

    @Override
    public void shift(Matrix t, float[] tops, int examples) {
        var values = t.data();
        int step = t.stride();
        int end = t.rows() * step;
        for (int b = 0; b < examples; b += S.length()) {
            int first = t.offset() + b;
            var top = FloatVector.fromArray(S, values, first);
            for (int j = step; j < end; j += step) {
                var z = FloatVector.fromArray(S, values, first + j);
                top = top.blend(z, z.compare(GT, top));
            }
            top.intoArray(tops, b);
            for (int j = 0; j < end; j += step)
                FloatVector.fromArray(S, values, first + j).sub(top).intoArray(values, first + j);
        }
    }

    @Override
    public void divide(Matrix t, float[] sums, int examples) {
        var values = t.data();
        int step = t.stride();
        int end = t.rows() * step;
        for (int b = 0; b < examples; b += S.length()) {
            int first = t.offset() + b;
            var sum = FloatVector.zero(S);
            for (int j = 0; j < end; j += step)
                sum = sum.add(FloatVector.fromArray(S, values, first + j));
            sum.intoArray(sums, b);
            var inverse = FloatVector.broadcast(S, 1).div(sum);
            for (int j = 0; j < end; j += step)
                FloatVector.fromArray(S, values, first + j)
                        .mul(inverse)
                        .intoArray(values, first + j);
        }
    }
}

package descent.bench.engine;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How many floating-point operations a core can do: fused multiply-adds that wait for nothing. */
final class Peak {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int SUMS = 12;

    private Peak() {}

    /** In 1e9 operations a second, a fused multiply-add being two. */
    static double gigaflops() {
        double best = 0;
        for (int round = 0; round < 20; round++) {
            long began = CpuTime.now();
            int times = 5_000_000;
            float sum = multiplyAdds(times);
            double seconds = (CpuTime.now() - began) / 1e9;
            if (sum == 42) System.out.print("");
            best = Math.max(best, 2.0 * SUMS * S.length() * times / seconds / 1e9);
        }
        return best;
    }

    private static float multiplyAdds(int times) {
        var x = FloatVector.broadcast(S, 0.999f);
        var y = FloatVector.broadcast(S, 0.001f);
        var a = y;
        var b = y;
        var c = y;
        var d = y;
        var e = y;
        var f = y;
        var g = y;
        var h = y;
        var i = y;
        var j = y;
        var k = y;
        var l = y;
        for (int n = 0; n < times; n++) {
            a = a.fma(x, y);
            b = b.fma(x, y);
            c = c.fma(x, y);
            d = d.fma(x, y);
            e = e.fma(x, y);
            f = f.fma(x, y);
            g = g.fma(x, y);
            h = h.fma(x, y);
            i = i.fma(x, y);
            j = j.fma(x, y);
            k = k.fma(x, y);
            l = l.fma(x, y);
        }
        return a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l)
                .lane(0);
    }
}

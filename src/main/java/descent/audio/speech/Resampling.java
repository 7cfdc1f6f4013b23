package descent.audio.speech;

/** Sound at another rate: a windowed sinc, 16 crossings wide, with the lower rate's band. */
final class Resampling {
    private static final int CROSSINGS = 16;

    private Resampling() {}

    static float[] of(float[] in, int from, int to) {
        if (from == to) {
            return in;
        }
        double step = (double) from / to;
        double band = Math.min(1, (double) to / from) * 0.97;
        double half = CROSSINGS / band;
        var out = new float[(int) ((long) in.length * to / from)];
        for (int i = 0; i < out.length; i++) {
            double at = i * step;
            int first = Math.max(0, (int) Math.ceil(at - half));
            int last = Math.min(in.length - 1, (int) Math.floor(at + half));
            double sum = 0;
            for (int k = first; k <= last; k++) {
                sum += in[k] * kernel((k - at) * band, (k - at) / half);
            }
            out[i] = (float) (sum * band);
        }
        return out;
    }

    private static double kernel(double x, double window) {
        double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
        return sinc * (0.5 + 0.5 * Math.cos(Math.PI * window));
    }
}

package descent.engine.data;

import descent.engine.Bounds;
import descent.engine.Inline;
import descent.engine.Or;
import descent.engine.Range;
import descent.engine.tensor.RandomStream;

/**
 * The ten digits on 8 x 8 pixels, row by row from the top left, 0 white to 1 black: each shifted by
 * up to {@code shift} pixels both ways, more or less black, and noisy. Noise is added to each
 * pixel.
 */
public record Glyphs(@Inline Sample sample, @Range(min = 0, max = 2) @Or("1") int shift)
        implements DataSource {
    private static final int SIDE = 8;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 6;

    /** Each digit in six rows of four pixels. */
    private static final String[] DIGITS = {
        ".##.#..##..##..##..#.##.",
        "..#..##...#...#...#..###",
        ".##.#..#...#..#..#..####",
        "###....#.##....#...####.",
        "..#..##.#.#.####..#...#.",
        "#####...###....#...####.",
        ".##.#...###.#..##..#.##.",
        "####...#..#..#...#...#..",
        ".##.#..#.##.#..##..#.##.",
        ".##.#..##..#.###...#.##."
    };

    public Glyphs {
        Bounds.check(Glyphs.class, sample, shift);
    }

    @Override
    public int size() {
        return sample.size();
    }

    @Override
    public int inputs() {
        return SIDE * SIDE;
    }

    @Override
    public Task task() {
        return new Task(DIGITS.length);
    }

    @Override
    public double labelNoise() {
        return sample.labelNoise();
    }

    @Override
    public Examples draw(RandomStream random) {
        var examples = Examples.ofSize(size(), inputs());
        for (int i = 0; i < size(); i++) {
            int digit = i % DIGITS.length;
            examples.set(i, digit, draw(DIGITS[digit], random));
        }
        return examples;
    }

    private double[] draw(String pixels, RandomStream random) {
        int left = (SIDE - WIDTH) / 2 + random.below(2 * shift + 1) - shift;
        int top = (SIDE - HEIGHT) / 2 + random.below(2 * shift + 1) - shift;
        double black = random.uniform(0.6, 1);
        var image = new double[SIDE * SIDE];
        for (int i = 0; i < pixels.length(); i++) {
            int row = top + i / WIDTH;
            int column = left + i % WIDTH;
            boolean within = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
            if (within && pixels.charAt(i) == '#') image[row * SIDE + column] = black;
        }
        for (int i = 0; i < image.length; i++) image[i] += sample.noise() * random.normal();
        return image;
    }
}

package descent.question.generator;

import java.util.Arrays;
import java.util.List;

/** Activation functions by the names that parameters give them, with their derivatives. */
enum Activation {
    IDENTITY("identity", "z", "1") {
        @Override
        double at(double z) {
            return z;
        }

        @Override
        double slope(double z) {
            return 1;
        }
    },
    SIGMOID("sigmoid", "\\frac{1}{1 + e^{-z}}", "\\sigma(z)\\,(1 - \\sigma(z))") {
        @Override
        double at(double z) {
            return 1 / (1 + StrictMath.exp(-z));
        }

        @Override
        double slope(double z) {
            return at(z) * (1 - at(z));
        }
    },
    TANH("tanh", "\\tanh(z)", "1 - \\tanh^2(z)") {
        @Override
        double at(double z) {
            return StrictMath.tanh(z);
        }

        @Override
        double slope(double z) {
            return 1 - at(z) * at(z);
        }
    },
    RELU("ReLU", "\\max(0, z)", "1 \\text{ for } z > 0, \\text{ else } 0") {
        @Override
        double at(double z) {
            return Math.max(0, z);
        }

        @Override
        double slope(double z) {
            return z > 0 ? 1 : 0;
        }
    },
    LEAKY_RELU(
            "leaky ReLU with slope 0.01",
            "z \\text{ for } z > 0, \\text{ else } 0.01\\,z",
            "1 \\text{ for } z > 0, \\text{ else } 0.01") {
        @Override
        double at(double z) {
            return z > 0 ? z : 0.01 * z;
        }

        @Override
        double slope(double z) {
            return z > 0 ? 1 : 0.01;
        }
    },
    SOFTPLUS("softplus", "\\ln(1 + e^z)", "\\frac{1}{1 + e^{-z}}") {
        @Override
        double at(double z) {
            return StrictMath.log1p(StrictMath.exp(z));
        }

        @Override
        double slope(double z) {
            return SIGMOID.at(z);
        }
    },
    SILU("SiLU", "z\\,\\sigma(z)", "\\sigma(z) + z\\,\\sigma(z)\\,(1 - \\sigma(z))") {
        @Override
        double at(double z) {
            return z * SIGMOID.at(z);
        }

        @Override
        double slope(double z) {
            return SIGMOID.at(z) + z * SIGMOID.slope(z);
        }
    };

    final String title;
    final String tex;
    final String slopeTex;

    Activation(String title, String tex, String slopeTex) {
        this.title = title;
        this.tex = tex;
        this.slopeTex = slopeTex;
    }

    abstract double at(double z);

    abstract double slope(double z);

    String parameterName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Activation of(String parameterName) {
        return Arrays.stream(values())
                .filter(activation -> activation.parameterName().equals(parameterName))
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(Activation... activations) {
        return Arrays.stream(activations).map(Activation::parameterName).toList();
    }
}

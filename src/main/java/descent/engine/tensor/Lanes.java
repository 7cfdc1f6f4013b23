package descent.engine.tensor;

import static java.lang.constant.ConstantDescs.DEFAULT_NAME;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * One source, one class for each vector width. The compiler turns vector code into instructions
 * only where the species is a constant of the class, and a network uses several widths: narrow
 * vectors for its narrow matrices. So a template's own bytes are defined again as a hidden class,
 * with the species as its class data. So is whether a left factor is turned: where its step is a
 * constant, the compiler checks its bounds before a loop, not within.
 */
final class Lanes {
    private record Copy(VectorSpecies<Float> species, boolean turned, int registers) {}

    /** AVX2 has so many; AVX-512 and ARM have twice as many. */
    static final int FEWEST = 16;

    private Lanes() {}

    /** The widest this machine is fast with. */
    static int preferred() {
        return FloatVector.SPECIES_PREFERRED.length();
    }

    /** An instance of the template's copy for vectors of so many float32 numbers. */
    static <T> T define(Class<? extends T> template, int lanes) {
        return define(template, lanes, false, FEWEST);
    }

    /** One that {@link #turned} says so of, for a machine with so many vector registers. */
    static <T> T define(Class<? extends T> template, int lanes, boolean turned, int registers) {
        var species = VectorSpecies.of(float.class, VectorShape.forBitSize(lanes * Float.SIZE));
        var name = template.getName();
        var file = name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (var bytes = Objects.requireNonNull(template.getResourceAsStream(file), file)) {
            var copy =
                    MethodHandles.lookup()
                            .defineHiddenClassWithClassData(
                                    bytes.readAllBytes(),
                                    new Copy(species, turned, registers),
                                    true)
                            .lookupClass();
            @SuppressWarnings("unchecked") // the copy implements what the template implements
            var instance = (T) copy.getDeclaredConstructor().newInstance();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot define " + template, e);
        }
    }

    /** For a template's static initializer: the species of this copy. */
    static VectorSpecies<Float> species(Lookup copy) {
        return of(copy).species();
    }

    /** For a template's static initializer: whether this copy is for turned matrices. */
    static boolean turned(Lookup copy) {
        return of(copy).turned();
    }

    /** For a template's static initializer: how many vectors the machine holds at once. */
    static int registers(Lookup copy) {
        return of(copy).registers();
    }

    private static Copy of(Lookup lookup) {
        try {
            var copy = MethodHandles.classData(lookup, DEFAULT_NAME, Copy.class);
            return copy == null ? new Copy(FloatVector.SPECIES_PREFERRED, false, FEWEST) : copy;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

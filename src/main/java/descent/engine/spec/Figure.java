package descent.engine.spec;

import descent.engine.Named;
import java.util.Locale;

/** What a run may be stopped by. */
public enum Figure implements Named {
    TRAIN_LOSS,
    VALIDATION_LOSS,
    TRAIN_ACCURACY,
    VALIDATION_ACCURACY;

    /** As points and specs name it: train.loss. */
    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Whether more is better. */
    public boolean isAccuracy() {
        return this == TRAIN_ACCURACY || this == VALIDATION_ACCURACY;
    }

    public boolean isValidation() {
        return this == VALIDATION_LOSS || this == VALIDATION_ACCURACY;
    }
}

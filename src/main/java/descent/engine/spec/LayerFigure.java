package descent.engine.spec;

import descent.engine.Named;

/** What may be recorded of each layer. Points name it with the layer: gradientNorm.dense1. */
public enum LayerFigure implements Named {
    /** The L2 norm of the gradient by the layer's weights, in the step that led to the point. */
    GRADIENT_NORM,
    /** The L2 norm of the layer's weights. */
    WEIGHT_NORM,
    /** The norm of the weights' change in the step that led to the point, by theirs before it. */
    UPDATE_RATIO,
    /**
     * The share of outputs of a sigmoid or tanh, over the training examples, whose derivative is
     * below a tenth of its largest.
     */
    SATURATION,
    /** The share of a layer's ReLU units that are 0 for all training examples. */
    DEAD_UNITS,
    /** The share of the layer's weights between -0.001 and 0.001: as good as not there. */
    SMALL_WEIGHTS
}

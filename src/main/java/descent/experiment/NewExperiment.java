package descent.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What a browser sends to have something trained.
 *
 * @param course in whose lab
 * @param name to tell the runs of one picture apart
 * @param spec an experiment spec, as JSON
 */
record NewExperiment(@Nullable String course, @Nullable String name, @Nullable Object spec) {}

package descent.run;

import descent.engine.spec.ExperimentSpec;
import descent.engine.training.Point;
import descent.engine.training.RunHeader;
import descent.engine.training.Snapshot;
import descent.engine.training.Trainer;
import descent.engine.training.TrainingListener;
import descent.run.record.RecordJson;
import java.util.ArrayList;
import java.util.List;

/** What the engine records of a spec, trained in this very thread. */
final class TrainedHere {
    private TrainedHere() {}

    static List<String> records(ExperimentSpec spec) {
        var records = new ArrayList<String>();
        Trainer.of(spec)
                .run(
                        new TrainingListener() {
                            @Override
                            public void started(RunHeader header) {
                                records.add(RecordJson.of(header));
                            }

                            @Override
                            public void recorded(Point point) {
                                records.add(RecordJson.of(point));
                            }

                            @Override
                            public void recorded(Snapshot snapshot) {
                                records.add(RecordJson.of(snapshot));
                            }
                        },
                        () -> false);
        return records;
    }

    /** All records in one list. */
    static String json(ExperimentSpec spec) {
        return "[" + String.join(",", records(spec)) + "]";
    }
}

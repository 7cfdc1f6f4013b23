package descent.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.engine.spec.ExperimentSpec;
import descent.engine.spec.Json;
import descent.engine.training.RunResult;
import descent.engine.training.RunResult.End;
import descent.engine.training.Trainer;
import descent.run.Interruption.Reason;
import descent.run.RunQueue.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Trains a claimed run on the calling thread, records it, and ends it: whatever happens, by a state
 * with a reason.
 */
@ApplicationScoped
class TrainRun {
    private static final Logger LOG = Logger.getLogger(TrainRun.class);

    private final RunQueue queue;
    private final ObjectMapper json;

    TrainRun(RunQueue queue, ObjectMapper json) {
        this.queue = queue;
        this.json = json;
    }

    /**
     * @param interruption looked at before every step
     */
    void train(Claim claim, Interruption interruption) {
        long began = System.nanoTime();
        try {
            var result = trained(claim, interruption, began);
            end(claim, interruption, result, since(began));
        } catch (OutOfMemoryError e) {
            fail(claim, "It needed more memory than there is.", began);
        } catch (Throwable fault) {
            var id = UUID.randomUUID();
            LOG.errorf(fault, "fault %s in run %s", id, claim.key());
            fail(claim, "A fault on our side, number " + id + " in the log.", began);
        }
    }

    private RunResult trained(Claim claim, Interruption interruption, long began)
            throws JsonProcessingException {
        var spec = ExperimentSpec.read(json.readValue(claim.spec(), Object.class));
        long wall = began + claim.wall().toNanos();
        try (var writer = new RecordWriter(claim, queue, interruption)) {
            return Trainer.of(spec)
                    .run(
                            writer,
                            () -> {
                                if (System.nanoTime() - wall > 0) {
                                    interruption.ask(Reason.WALL_LIMIT);
                                }
                                return interruption.asked();
                            });
        }
    }

    private void end(Claim claim, Interruption interruption, RunResult result, Duration compute) {
        if (result.end().isValue()) {
            var state = result.end() == End.DIVERGED ? RunState.DIVERGED : RunState.FINISHED;
            queue.end(claim, state, Json.of(result), compute);
            return;
        }
        switch (interruption.reason()) {
            case UNWANTED ->
                    queue.end(claim, RunState.CANCELLED, Outcomes.without("Cancelled."), compute);
            case WALL_LIMIT ->
                    queue.end(
                            claim,
                            RunState.STOPPED,
                            Outcomes.without(
                                    "Stopped: the time budget of %d s is used up."
                                            .formatted(claim.wall().toSeconds())),
                            compute);
            case PROGRAM_ENDS -> queue.handBack(claim);
            case LOST -> LOG.infof("run %s went to another worker", claim.key());
            case null ->
                    throw new IllegalStateException(
                            "run " + claim.key() + " ended without a reason");
        }
    }

    private void fail(Claim claim, String reason, long began) {
        queue.end(claim, RunState.FAILED, Outcomes.without(reason), since(began));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

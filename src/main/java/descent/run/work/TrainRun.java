package descent.run.work;

import descent.engine.NumberText;
import descent.engine.spec.Json;
import descent.engine.training.RunResult;
import descent.engine.training.RunResult.End;
import descent.run.Outcomes;
import descent.run.ReadSpec;
import descent.run.RunQueue;
import descent.run.RunQueue.Claim;
import descent.run.RunState;
import descent.run.work.Interruption.Reason;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.instrumentation.annotations.WithSpan;
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
    private final ReadSpec specs;
    private final Engine engine;

    TrainRun(RunQueue queue, ReadSpec specs, Engine engine) {
        this.queue = queue;
        this.specs = specs;
        this.engine = engine;
    }

    /**
     * @param interruption looked at before every step
     * @param turns on the cores, taken for the training itself
     */
    @WithSpan(value = "run", kind = SpanKind.CONSUMER)
    void train(Claim claim, Interruption interruption, Turns turns) {
        Span.current()
                .setAttribute("run.key", claim.key())
                .setAttribute("run.wait.seconds", claim.waited().toMillis() / 1000.0);
        var turn = turns.take();
        try (turn) {
            var result = trained(claim, interruption, turn);
            end(claim, interruption, result, turn.computed());
        } catch (OutOfMemoryError e) {
            fail(claim, "It needed more memory than there is.", turn);
        } catch (Throwable fault) {
            var id = UUID.randomUUID();
            LOG.errorf(fault, "fault %s in run %s", id, claim.key());
            fail(claim, "A fault on our side, number " + id + " in the log.", turn);
        }
    }

    /** The core is free again before all is written. */
    private RunResult trained(Claim claim, Interruption interruption, Turns.Turn turn) {
        var spec = specs.kept(claim.spec()).spec();
        try (var writer = new RecordWriter(claim, queue, interruption);
                turn) {
            return engine.train(
                    spec,
                    writer,
                    () -> {
                        turn.pass();
                        if (turn.computed().compareTo(claim.wall()) > 0) {
                            interruption.ask(Reason.WALL_LIMIT);
                        }
                        return interruption.asked();
                    });
        }
    }

    private void end(Claim claim, Interruption interruption, RunResult result, Duration compute) {
        if (result.end().isValue()) {
            var state = result.end() == End.DIVERGED ? RunState.DIVERGED : RunState.FINISHED;
            end(claim, state, Json.of(result), compute);
            return;
        }
        switch (interruption.reason()) {
            case UNWANTED ->
                    end(claim, RunState.CANCELLED, Outcomes.without("Cancelled."), compute);
            case WALL_LIMIT ->
                    end(
                            claim,
                            RunState.STOPPED,
                            Outcomes.without(
                                    "Stopped: the time budget of %s s is used up."
                                            .formatted(
                                                    NumberText.of(
                                                            claim.wall().toMillis() / 1000.0))),
                            compute);
            case PROGRAM_ENDS -> {
                queue.handBack(claim);
                told("handed back");
            }
            case LOST -> {
                LOG.infof("run %s went to another worker", claim.key());
                told("lost");
            }
            case null ->
                    throw new IllegalStateException(
                            "run " + claim.key() + " ended without a reason");
        }
    }

    private void fail(Claim claim, String reason, Turns.Turn turn) {
        Span.current().setStatus(StatusCode.ERROR, reason);
        end(claim, RunState.FAILED, Outcomes.without(reason), turn.computed());
    }

    private void end(Claim claim, RunState end, String outcome, Duration compute) {
        queue.end(claim, end, outcome, compute);
        told(end.toString());
        Span.current().setAttribute("run.compute.seconds", compute.toMillis() / 1000.0);
    }

    private static void told(String state) {
        Span.current().setAttribute("run.state", state);
    }
}

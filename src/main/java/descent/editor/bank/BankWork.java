package descent.editor.bank;

import descent.editor.bank.BankImport.State;
import descent.shared.job.RecurringJob;
import descent.shared.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Reads large files of questions, and publishes what was chosen of them, one after the other.
 * Broken off, it begins again, and whatever is there already is the same.
 */
@ApplicationScoped
class BankWork implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(BankWork.class);

    private final ReadQuestions read;
    private final PublishQuestions publish;

    BankWork(ReadQuestions read, PublishQuestions publish) {
        this.read = read;
        this.publish = publish;
    }

    @Override
    public String name() {
        return "import-questions";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        for (var next = next(); next.isPresent(); next = next()) {
            work(next.get());
        }
    }

    private static Optional<BankImport> next() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        BankImport.<BankImport>find(
                                        "select i from BankImport i join Upload u on u.id = i.id where i.state in ?1 order by u.at",
                                        Stream.of(State.values()).filter(State::isAtWork).toList())
                                .firstResultOptional());
    }

    private void work(BankImport next) {
        try {
            if (next.state == State.READING) {
                read.read(next);
            } else {
                publish.publish(next);
            }
        } catch (Problem problem) {
            BankImport.settle(next.id, State.READ, String.valueOf(problem.getMessage()));
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "import %s", next.id);
            BankImport.settle(
                    next.id,
                    State.READ,
                    "Something went wrong on our side: it stands in the log, under %s. Nothing was changed."
                            .formatted(next.id));
        }
    }
}

package descent.quiz.report;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person's reports of mistakes, as a part of what is known of them. */
@ApplicationScoped
class ReportData implements PersonalData {
    record Part(Instant at, String course, String question, String text) {}

    @Override
    public String name() {
        return "mistake-reports";
    }

    @Override
    public String kept() {
        return "What you reported to be wrong with questions, for the authors of the course, until"
                + " you delete the account.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return MistakeReport.<MistakeReport>list("personId = ?1 order by reportedAt", personId)
                .stream()
                .map(each -> new Part(each.reportedAt, each.courseId, each.questionId, each.text))
                .toList();
    }
}

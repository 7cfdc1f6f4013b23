package descent.progress.certificate;

import descent.shared.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A person's certificates, as a part of what is known of them. */
@ApplicationScoped
class CertificateData implements PersonalData {
    record Part(
            String code,
            String course,
            String title,
            String name,
            List<String> facts,
            LocalDate issuedOn) {}

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public String kept() {
        return "The certificates that you asked for: your name, the course, the date and what you did for it. Whoever has the code of one can see it, until you delete the account; from then on the code is not known.";
    }

    @Override
    public List<Part> export(UUID personId) {
        return Certificate.<Certificate>list("personId = ?1 order by issuedAt", personId).stream()
                .map(each ->
                        new Part(
                                each.shownCode(),
                                each.courseId,
                                each.title,
                                each.name,
                                each.lines(),
                                each.issuedOn))
                .toList();
    }
}

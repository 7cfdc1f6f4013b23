package descent.account.people;

import descent.account.Person;
import descent.account.Role;
import descent.shared.web.Problem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds people. */
@ApplicationScoped
public class People {
    /** One page of the people found, and how many there are in all. */
    public record Found(List<Person> people, long all) {}

    /**
     * @param words part of a name or of an e-mail address; empty for all
     * @param page from 0
     */
    @Transactional
    public Found search(String words, Optional<Role> role, int page, int size) {
        var part = "%" + escaped(words.strip().toLowerCase(Locale.ROOT)) + "%";
        var condition = "(lower(name) like ?1 escape '!' or email like ?1 escape '!')";
        PanacheQuery<Person> found =
                role.isPresent()
                        ? Person.find(
                                condition + " and role = ?2 order by lower(name), id",
                                part,
                                role.get())
                        : Person.find(condition + " order by lower(name), id", part);
        return new Found(found.page(page, size).list(), found.count());
    }

    /**
     * @throws Problem 404 when there is nobody with this id
     */
    @Transactional
    public Person person(UUID id) {
        return Person.<Person>findByIdOptional(id)
                .orElseThrow(() -> Problem.notFound("person of this number"));
    }

    private static String escaped(String words) {
        return words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

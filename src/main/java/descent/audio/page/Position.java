package descent.audio.page;

import descent.audio.script.Track;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a learner stopped listening. */
@Entity
@Table(name = "audio_position")
public class Position extends PanacheEntityBase {
    @Embeddable
    public record Key(
            UUID personId,
            String courseId,
            String lessonId,
            @Enumerated(EnumType.STRING) Track track) {}

    @EmbeddedId public Key key;

    public long millis;
    public Instant updatedAt;

    protected Position() {}

    static long of(Key key) {
        return Position.<Position>findByIdOptional(key).map(found -> found.millis).orElse(0L);
    }

    /** However many devices say so at once: the last one counts. */
    static void remember(Key key, long millis, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into audio_position (person_id, course_id, lesson_id, track, millis, updated_at)
                        values (:person, :course, :lesson, :track, :millis, :now)
                        on conflict (person_id, course_id, lesson_id, track)
                        do update set millis = excluded.millis, updated_at = excluded.updated_at
                        """)
                .setParameter("person", key.personId())
                .setParameter("course", key.courseId())
                .setParameter("lesson", key.lessonId())
                .setParameter("track", key.track().name())
                .setParameter("millis", millis)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Where somebody was last in a course; empty when at no time behind a beginning. */
    public static Optional<Position> last(UUID personId, String courseId) {
        return find(
                        "key.personId = ?1 and key.courseId = ?2 and millis > 0 order by updatedAt desc",
                        personId,
                        courseId)
                .firstResultOptional();
    }

    static List<Position> ofPerson(UUID personId) {
        return list("key.personId = ?1 order by updatedAt", personId);
    }
}

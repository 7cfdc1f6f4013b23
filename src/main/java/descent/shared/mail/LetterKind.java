package descent.shared.mail;

import java.util.Optional;

/**
 * A kind of mail that a room sends; rooms offer beans of this type. A letter is written at the
 * moment it is sent: a link in it comes into being then, and never lies in the outbox.
 */
public interface LetterKind {
    /** In kebab-case: "password-reset". */
    String name();

    /**
     * Writes the letter. Called in the transaction that marks it as sent, again for each further
     * try.
     *
     * @param recipient an e-mail address in lower case
     * @param about what {@link Outbox#put} was given
     * @return empty when there is nothing to say any more
     */
    Optional<Letter> letter(String recipient, About about);

    /**
     * What somebody gives up who does not want such mail any more, as it stands in "You will get no
     * more …": "announcements of courses". Empty for mail that was asked for, and for what must be
     * known, such as a changed password.
     */
    default Optional<String> topic() {
        return Optional.empty();
    }
}

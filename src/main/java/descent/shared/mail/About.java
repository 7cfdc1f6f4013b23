package descent.shared.mail;

import java.util.Map;

/**
 * What a mail is about: what its letter needs to know, by name. Ids and the like, never a secret.
 */
public record About(Map<String, String> facts) {
    public About {
        facts = Map.copyOf(facts);
    }

    /**
     * @throws IllegalStateException when {@link Outbox#put} was not told of it
     */
    public String get(String name) {
        var fact = facts.get(name);
        if (fact == null) {
            throw new IllegalStateException(
                    "a mail was put into the outbox without \"" + name + "\"");
        }
        return fact;
    }
}

package descent.account.password;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.account.Complaint;
import descent.account.Complaint.Kind;
import descent.shared.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final PasswordRules RULES = new PasswordRules();
    private static final List<String> ADA = List.of("Ada Lovelace", "ada.l@analytical.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "        \t ",
                "päßwörter sind schön",
                "🐢🐇🐢🐇🌵🎻🪁🧊",
                "xk9!mQz2",
                "83749261",
                "descending gradients in june",
                "adalovelace writes programs"
            })
    void a18AnyCharactersAreTaken(String password) {
        assertEquals(Optional.empty(), RULES.refusal(password, ADA));
    }

    private static Optional<Complaint> length(int characters) {
        return Optional.of(new Complaint(Kind.PASSWORD_LENGTH, characters));
    }

    @Test
    void a18LengthIsCountedInCharacters() {
        assertEquals(length(7), RULES.refusal("xk9!mQz", ADA));
        assertEquals(length(7), RULES.refusal("🐢🐇🌵🎻🪁🧊🪐", ADA));
        assertEquals(Optional.empty(), RULES.refusal("xk9!mQz2".repeat(16), ADA));
        assertEquals(length(129), RULES.refusal("y".repeat(129), ADA));
    }

    /** All of them stand far up in published counts of leaked passwords. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1",
                "P@ssw0rd",
                "password123",
                "passw0rd",
                "12345678",
                "123456789",
                "1234567890",
                "11111111",
                "88888888",
                "00000000",
                "87654321",
                "987654321",
                "123123123",
                "12341234",
                "12121212",
                "qwertyuiop",
                "qwerty123",
                "1q2w3e4r",
                "1q2w3e4r5t",
                "1qaz2wsx",
                "qazwsxedc",
                "zaq12wsx",
                "asdfghjkl",
                "zxcvbnm1",
                "qwer1234",
                "asdf1234",
                "abcd1234",
                "abc12345",
                "a1b2c3d4",
                "aaaaaaaa",
                "iloveyou",
                "iloveyou1",
                "iloveyou2",
                "sunshine",
                "princess",
                "princess1",
                "football",
                "football1",
                "baseball",
                "superman",
                "batman123",
                "dragon123",
                "monkey123",
                "michelle",
                "jennifer",
                "jessica1",
                "michael1",
                "jordan23",
                "liverpool",
                "chelsea1",
                "arsenal1",
                "starwars",
                "trustno1",
                "whatever",
                "computer",
                "internet",
                "letmein1",
                "welcome1",
                "Welcome123",
                "admin123",
                "Admin@123",
                "administrator",
                "changeme",
                "test1234",
                "testtest",
                "samantha",
                "elizabeth",
                "charlie1",
                "butterfly",
                "chocolate",
                "spiderman",
                "pokemon1",
                "minecraft",
                "maverick",
                "mustang1",
                "corvette",
                "blink182",
                "metallica",
                "summer2024",
                "Winter2023!",
                "january1",
                "monday01",
                "19900101",
                "01011990",
                "12311999",
                "rockyou1",
                "fuckyou1",
                "asshole1",
                "blessed1",
                "jesus123",
                "lovelove",
                "hellohello",
                "hello123",
                "angel123",
                "1password",
                "qwerasdf",
                "147258369",
                "741852963",
                "112233445566",
                "1122334455",
                "aabbccdd",
                "dr4g0n123"
            })
    void a18CommonPasswordIsRefused(String password) {
        assertEquals(Optional.of(Complaint.of(Kind.PASSWORD_COMMON)), RULES.refusal(password, ADA));
    }

    /** What of ASVS 6.2.4 counts: how many passwords of eight characters or more are meant. */
    @Test
    void a18CommonPasswordsAreMoreThanThreeThousand() {
        var common = CommonPasswords.ours();
        var endings = Stream.concat(Stream.of(""), IntStream.range(0, 100).mapToObj(n -> "" + n));
        var words = List.of("password", "dragon", "monkey", "sunshine", "michael", "liverpool");
        var meant =
                endings.flatMap(ending -> words.stream().map(word -> word + ending))
                        .filter(password -> password.length() >= 8)
                        .toList();
        assertTrue(meant.size() > 500);
        assertAll(meant.stream().map(p -> () -> assertTrue(common.contains(p), p)));
        assertTrue(common.size() * 10 > 3000, common.size() + " words, each with ten digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdaLovelace",
                "lovelace1",
                "ada.l@analytical.example",
                "descent1",
                "Descent!!"
            })
    void ownNameAndTheSitesNameAreRefused(String password) {
        assertEquals(
                Optional.of(Complaint.of(Kind.PASSWORD_ABOUT_YOU)), RULES.refusal(password, ADA));
    }

    @Test
    void a19OverlongPasswordIsABadRequest() {
        var problem =
                assertThrows(Problem.class, () -> PasswordRules.refuseOverlong("x".repeat(257)));
        assertEquals(400, problem.status());
    }
}

package descent.enrolment.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressListTest {
    private static String read(String text) {
        var list = AddressList.read(text);
        assertEquals(List.of(), list.errors());
        return list.groups().entrySet().stream()
                .map(entry -> entry.getKey().text() + "/" + entry.getValue().text())
                .collect(Collectors.joining(" "));
    }

    @Test
    void listIsReadAsTableProgramsWriteIt() {
        assertEquals(
                "ada@example.org/ bob@example.org/",
                read("ada@example.org\r\nbob@example.org\r\n"));
        assertEquals(
                "ada@example.org/Group A bob@example.org/",
                read("\uFEFFE-mail;Group\n\"Ada@Example.org\";\"Group A\"\n\nbob@example.org;\n"));
        assertEquals("ada@example.org/B", read("ada@example.org\tB"));
    }

    @Test
    void sameAddressTwiceIsOneAddress() {
        assertEquals("ada@example.org/B", read("ada@example.org,A\nADA@example.org,B"));
    }

    @Test
    void mistakesAreToldByLine() {
        var list = AddressList.read("ada@example.org\nbob\ncy@example.org," + "x".repeat(61));
        assertEquals(2, list.errors().size(), list.errors().toString());
        assertEquals("Line 2: \"bob\" is no e-mail address.", list.errors().getFirst());
        assertTrue(
                list.errors().getLast().startsWith("Line 3: The name of a group has at most 60"));
    }

    @Test
    void emptyAndEndlessListsAreNone() {
        assertEquals(
                List.of("There is no address in this list."),
                AddressList.read("E-mail\n \n").errors());
        var long_ =
                IntStream.rangeClosed(0, AddressList.MOST)
                        .mapToObj(i -> "a" + i + "@example.org")
                        .collect(Collectors.joining("\n"));
        assertEquals(
                List.of("A list has at most 1,000 addresses, this one has 1,001."),
                AddressList.read(long_).errors());
    }
}

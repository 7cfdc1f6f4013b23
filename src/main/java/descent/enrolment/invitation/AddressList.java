package descent.enrolment.invitation;

import descent.account.EmailAddress;
import descent.enrolment.GroupName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of addresses as a table program writes it: in each line an address and, after a comma, a
 * semicolon or a tab, a group. A first line without an address is a heading.
 *
 * @param groups by address
 * @param errors what is wrong with which line
 */
public record AddressList(Map<EmailAddress, GroupName> groups, List<String> errors) {
    static final int MOST = 1_000;

    static AddressList read(String text) {
        var groups = new LinkedHashMap<EmailAddress, GroupName>();
        var errors = new ArrayList<String>();
        var lines = text.replace("\uFEFF", "").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            boolean heading = i == 0 && !line.contains("@");
            if (!line.isEmpty() && !heading) {
                read(line, i + 1, groups, errors);
            }
        }
        if (groups.isEmpty() && errors.isEmpty()) {
            errors.add("There is no address in this list.");
        }
        if (groups.size() > MOST) {
            errors.add(
                    "A list has at most %,d addresses, this one has %,d."
                            .formatted(MOST, groups.size()));
        }
        return new AddressList(groups, errors);
    }

    private static void read(
            String line, int number, Map<EmailAddress, GroupName> groups, List<String> errors) {
        var cells = line.split("[,;\t]", 2);
        var address = EmailAddress.of(plain(cells[0]));
        var group = GroupName.of(cells.length == 1 ? "" : plain(cells[1]));
        if (address.isEmpty()) {
            errors.add("Line %d: \"%s\" is no e-mail address.".formatted(number, cells[0].strip()));
        } else if (group.isEmpty()) {
            errors.add("Line %d: %s".formatted(number, GroupName.RULE));
        } else {
            groups.put(address.get(), group.get());
        }
    }

    private static String plain(String cell) {
        return cell.replace("\"", "").replaceAll("[,;\t]+$", "").strip();
    }
}

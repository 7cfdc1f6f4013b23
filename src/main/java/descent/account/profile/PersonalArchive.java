package descent.account.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import descent.shared.personal.PersonalData;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All that the rooms know of a person, in one archive of JSON files. */
@ApplicationScoped
class PersonalArchive {
    private final List<PersonalData> parts;
    private final ObjectMapper json;

    PersonalArchive(@All List<PersonalData> parts, ObjectMapper json) {
        this.parts = parts.stream().sorted(Comparator.comparing(PersonalData::name)).toList();
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    List<PersonalData> parts() {
        return parts;
    }

    @Transactional
    byte[] of(UUID personId) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part.name() + ".json"));
                zip.write(json.writeValueAsBytes(part.export(personId)));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data of person " + personId, e);
        }
        return bytes.toByteArray();
    }
}

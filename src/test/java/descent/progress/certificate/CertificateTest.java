package descent.progress.certificate;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descent.course.Sample;
import descent.course.TestCourses;
import descent.quiz.Sitting;
import descent.testing.Client;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CertificateTest {
    @Inject TestCourses courses;

    private String course;
    private String path;
    private Client ada;

    @BeforeEach
    void somebodyTakesACourse() {
        course = courses.published(new Sample());
        path = "/courses/" + course + "/certificate";
        ada = Client.enrolled(course);
    }

    private void complete() {
        for (var lesson : new String[] {"walking-downhill", "noise"}) {
            ada.post("/courses/" + course + "/lessons/" + lesson + "/read", Map.of());
        }
        var sitting = Sitting.begin(ada, course, "final");
        sitting.answerRight(1);
        sitting.answerRight(2);
        sitting.submit();
    }

    /** Where the learner's certificate can be looked up. */
    private String address() {
        var page = Jsoup.parse(ada.get(path).asString());
        return page.select("main a[href^=/certificates/]").attr("href");
    }

    private String pdf() throws IOException {
        var answer = ada.get(path + "/certificate.pdf");
        assertEquals(200, answer.statusCode());
        assertEquals("application/pdf", answer.contentType());
        try (var document = Loader.loadPDF(answer.asByteArray())) {
            assertEquals(1, document.getNumberOfPages());
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertTrue(resources.getFont(name).isEmbedded(), name.getName());
            }
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsIssued() {
        ada.get(path)
                .then()
                .statusCode(200)
                .body(containsString("Walking downhill"))
                .body(containsString("Two questions"));
        ada.post(path, Map.of()).then().statusCode(409);
        ada.get(path + "/certificate.pdf").then().statusCode(404);
        Client.learner().get(path).then().statusCode(403);
    }

    @Test
    void whoCompletesTheCourseGetsOneCertificateThatAnybodyCanLookUp() throws IOException {
        complete();
        ada.get("/home").then().body(containsString(path));
        ada.get(path).then().body(containsString("Make my certificate"));
        ada.post(path, Map.of()).then().statusCode(303);
        var address = address();
        ada.post("/account/name", Map.of("name", "Somebody Else"));
        ada.post(path, Map.of()).then().statusCode(303);
        assertEquals(address, address(), "issued once");

        Client.visitor()
                .get(address.toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .header("X-Robots-Tag", "noindex")
                .body(containsString("is genuine"))
                .body(containsString("Ada"))
                .body(not(containsString("Somebody Else")))
                .body(containsString("A Sample Course"))
                .body(containsString("2 lessons read"))
                .body(containsString("Passed: Two questions"));
        var text = pdf();
        assertTrue(text.contains("Ada"), text);
        assertTrue(text.contains("A Sample Course"), text);
        assertTrue(text.contains(address.substring("/certificates/".length())), text);
        Client.enrolled(course).get(path + "/certificate.pdf").then().statusCode(404);

        ada.post("/courses/" + course + "/leave", Map.of()).then().statusCode(303);
        assertEquals(address, address(), "also of a course that was left");
    }

    @Test
    void goesWithThePerson() {
        complete();
        ada.post(path, Map.of());
        var address = address();
        ada.post("/account/data/delete", Map.of("password", Client.PASSWORD))
                .then()
                .statusCode(303);
        Client.visitor().get(address).then().statusCode(404).body(containsString("not known"));
    }

    /** The font of the document has no Chinese letters: it sends readers to the page that has. */
    @Test
    void nameThatThePdfCannotWriteIsOnThePage() throws IOException {
        ada.post("/account/name", Map.of("name", "王小明"));
        complete();
        ada.post(path, Map.of());
        Client.visitor().get(address()).then().body(containsString("王小明"));
        assertTrue(pdf().contains("The person whom the address below names"), pdf());
    }

    @Test
    void nameThatLooksLikeMarkupIsText() throws IOException {
        var name = "<b>Ada</b> \"Co\" {config:descent.home}";
        ada.post("/account/name", Map.of("name", name)).then().statusCode(303);
        complete();
        ada.post(path, Map.of());
        assertTrue(pdf().contains(name), pdf());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "7K3M9-QX2PD-0VTW4-1J8RA", "%3Cscript%3E", "00000000000000000000"})
    void codeThatIsNotKnownIsNotKnown(String code) {
        Client.visitor()
                .get("/certificates/" + code)
                .then()
                .statusCode(404)
                .body(containsString("This certificate is not known"))
                .body(not(containsString("<script>")));
    }
}

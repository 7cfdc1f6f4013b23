package descent.progress.certificate;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Draws a certificate as a page of PDF/UA, its font inside. */
final class CertificatePdf {
    /** Liberation Sans comes with PDFBox: Latin, Greek and Cyrillic letters. */
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private CertificatePdf() {}

    @CheckedTemplate(basePath = "progress", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance certificatePdf(
                Certificate certificate, String address, boolean nameable);
    }

    /**
     * @param address at which anybody can see that it is genuine
     */
    static byte[] of(Certificate certificate, String address) {
        var bytes = new ByteArrayOutputStream();
        try {
            boolean nameable = canWrite(certificate.name);
            var html = Templates.certificatePdf(certificate, address, nameable).render();
            new PdfRendererBuilder()
                    .usePdfUaAccessibility(true)
                    .useFont(CertificatePdf::font, "Liberation Sans")
                    .withHtmlContent(html, null)
                    .withProducer("Descent")
                    .toStream(bytes)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("certificate " + certificate.shownCode(), e);
        }
        return bytes.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT);
    }

    private static boolean canWrite(String name) throws IOException {
        try (var letters = new TTFParser().parse(new RandomAccessReadBuffer(font()))) {
            var glyphs = letters.getUnicodeCmapLookup();
            return name.codePoints().allMatch(letter -> glyphs.getGlyphId(letter) != 0);
        }
    }
}

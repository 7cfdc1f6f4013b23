package descent.progress.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateCodeTest {
    private static final CertificateCode CODE = new CertificateCode("7K3M9QX2PD0VTW41J8RA");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7K3M9-QX2PD-0VTW4-1J8RA",
                "7k3m9qx2pd0vtw41j8ra",
                " 7K3M9 QX2PD OVTW4 lJ8RA ",
                "7k3m9-qx2pd-ovtw4-Ij8ra"
            })
    void isReadAsItIsTyped(String typed) {
        assertEquals(Optional.of(CODE), CertificateCode.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7K3M9", "7K3M9-QX2PD-0VTW4-1J8RA-7", "7K3M9-QX2PD-0VTW4-1J8R%"})
    void whatIsNoneIsNone(String typed) {
        assertTrue(CertificateCode.parse(typed).isEmpty());
    }

    @Test
    void isShownInGroups() {
        assertEquals("7K3M9-QX2PD-0VTW4-1J8RA", CODE.text());
        assertNotEquals(CertificateCode.random(), CertificateCode.random());
    }
}

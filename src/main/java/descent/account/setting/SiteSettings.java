package descent.account.setting;

import descent.account.AccountConfig;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** What admins have decided; where they have not, what the configuration says. */
@ApplicationScoped
public class SiteSettings {
    private static final String ADMINS_NEED_CODES = "admins-need-codes";

    private final AccountConfig config;
    private final AuditLog audit;

    SiteSettings(AccountConfig config, AuditLog audit) {
        this.config = config;
        this.audit = audit;
    }

    /** Whether an admin does an admin's work only with one-time codes set up. */
    @Transactional
    public boolean adminsNeedCodes() {
        return isFixed()
                || SiteSetting.<SiteSetting>findByIdOptional(ADMINS_NEED_CODES)
                        .map(setting -> Boolean.parseBoolean(setting.value))
                        .orElse(false);
    }

    /** Whether the configuration asks for codes: then nobody turns that off in a browser. */
    public boolean isFixed() {
        return config.adminsNeedCodes();
    }

    @Transactional
    public void setAdminsNeedCodes(boolean wanted) {
        var value = String.valueOf(wanted);
        Optional<SiteSetting> known = SiteSetting.findByIdOptional(ADMINS_NEED_CODES);
        known.ifPresentOrElse(
                setting -> setting.value = value,
                () -> new SiteSetting(ADMINS_NEED_CODES, value).persist());
        audit.record(
                AuditAction.OPERATED,
                AuditSubject.NONE,
                Map.of("setting", ADMINS_NEED_CODES, "to", value));
    }
}

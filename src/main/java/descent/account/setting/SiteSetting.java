package descent.account.setting;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A decision, by name. */
@Entity
class SiteSetting extends PanacheEntityBase {
    @Id public String name;
    public String value;

    protected SiteSetting() {}

    SiteSetting(String name, String value) {
        this.name = name;
        this.value = value;
    }
}

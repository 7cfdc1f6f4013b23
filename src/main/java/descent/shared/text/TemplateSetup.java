package descent.shared.text;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets templates put out {@link Html}, and nothing else, as it is; and find names quickly. */
@ApplicationScoped
class TemplateSetup {
    void configure(@Observes EngineBuilder engine) {
        engine.addValueResolver(new NamesInScope());
        engine.addResultMapper(
                new ResultMapper() {
                    @Override
                    public int getPriority() {
                        return DEFAULT_PRIORITY + 10;
                    }

                    @Override
                    public boolean appliesTo(Origin origin, Object result) {
                        return result instanceof Html;
                    }

                    @Override
                    public String map(Object result, Expression expression) {
                        return ((Html) result).text();
                    }
                });
    }
}

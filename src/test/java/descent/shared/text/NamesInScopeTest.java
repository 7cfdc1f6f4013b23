package descent.shared.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolver;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NamesInScopeTest {
    private final AtomicInteger asked = new AtomicInteger();

    /** Stands for the hundreds of others. */
    private final ValueResolver another =
            new ValueResolver() {
                @Override
                public boolean appliesTo(EvalContext name) {
                    asked.incrementAndGet();
                    return false;
                }

                @Override
                public CompletionStage<Object> resolve(EvalContext name) {
                    return Results.notFound(name);
                }
            };

    private String rendered(String template, Map<String, Object> data) {
        var engine =
                Engine.builder()
                        .addDefaults()
                        .addValueResolver(another)
                        .addValueResolver(new NamesInScope())
                        .build();
        engine.putTemplate("frame", engine.parse("[{#insert /}]"));
        var instance = engine.parse(template).instance();
        data.forEach(instance::data);
        return instance.render();
    }

    @Test
    void namesOfTheTemplateAreFoundFromWithinSections() {
        assertEquals(
                "1 of 2: a in all, 2 of 2: b in all, ",
                rendered(
                        "{#for each in items}{#let count=2}{each_count} of {count}: {each} in {where}, {/let}{/for}",
                        Map.of("items", List.of("a", "b"), "where", "all")));
        assertEquals(0, asked.get(), "nobody else was asked");
    }

    @Test
    void aSectionThatAddsNoNamesIsPassed() {
        var within = "{#include frame}{#for each in items}{each}{where}{/for}{/include}";
        assertEquals("[ahere]", rendered(within, Map.of("items", List.of("a"), "where", "here")));
    }

    @Test
    void theInnermostSectionWins() {
        assertEquals(
                "innerouter",
                rendered("{#let name='inner'}{name}{/let}{name}", Map.of("name", "outer")));
    }

    @Test
    void whatFollowsADotIsLookedForInTheObjectAlone() {
        assertEquals(
                "1 x",
                rendered(
                        "{#for each in items}{each.size} {each.orEmpty.get(0)}{/for}",
                        Map.of("items", List.of(List.of("x")), "size", 7)));
        assertThrows(
                TemplateException.class,
                () -> rendered("{each.where}", Map.of("each", List.of(), "where", "all")));
    }

    @Test
    void aNameThatNobodyHasIsStillAFault() {
        assertThrows(TemplateException.class, () -> rendered("{#let a=1}{b}{/let}", Map.of()));
    }

    @Test
    void aMissingObjectHasNoNames() {
        assertThrows(
                TemplateException.class,
                () ->
                        rendered(
                                "{#for each in items}{each.where}{/for}",
                                Map.of("items", Collections.singletonList(null), "where", "all")));
    }

    @Test
    void anObjectAroundASectionIsAskedByItsOwnResolvers() {
        assertEquals(
                "1 all",
                rendered(
                        "{#with list}{size} {where}{/with}",
                        Map.of("list", List.of(5), "where", "all")));
    }
}

package descent.routes;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.common.util.ServerMediaType;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * A route of the running program, as it knows it itself.
 *
 * @param path with names in braces
 * @param consumes the media type of what is sent; empty where any will do
 * @param produces the media type of the answer; empty where it is a page
 */
record Route(String method, String path, String consumes, String produces, Method endpoint) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(:[^}]*)?}");

    /** All there are. */
    static List<Route> all() {
        var routes = new ArrayList<Route>();
        for (var type : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers()) {
            for (var handler : type.value.handlers) {
                if (handler instanceof ClassRoutingHandler methods) {
                    methods.getMappers().values().stream()
                            .flatMap(mapper -> mapper.getTemplates().stream())
                            .map(template -> template.value)
                            .map(Route::of)
                            .forEach(routes::add);
                }
            }
        }
        return routes;
    }

    private static Route of(RuntimeResource resource) {
        var path = resource.getClassPath().template + "/" + resource.getPath().template;
        var consumes = resource.getConsumes();
        var produces = resource.getProduces();
        return new Route(
                resource.getHttpMethod(),
                PARAMETER
                        .matcher(path.replaceAll("/+", "/").replaceAll("(?<=.)/$", ""))
                        .replaceAll("{$1}"),
                consumes == null || consumes.isEmpty() ? "" : consumes.getFirst().toString(),
                produces == null ? "" : String.join(",", names(produces)),
                resource.getLazyMethod().getMethod());
    }

    private static List<String> names(ServerMediaType types) {
        return Stream.of(types.getSortedOriginalMediaTypes()).map(MediaType::toString).toList();
    }

    String key() {
        return method + " " + path;
    }

    /** Whether endpoint or class say who may come in, by one of these. */
    boolean isAnnotated(Set<String> annotations) {
        return Stream.<AnnotatedElement>of(endpoint, endpoint.getDeclaringClass())
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .anyMatch(each -> annotations.contains(each.annotationType().getSimpleName()));
    }
}

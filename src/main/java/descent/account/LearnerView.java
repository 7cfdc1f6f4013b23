package descent.account;

import io.vertx.core.http.HttpServerRequest;

/**
 * A look at a course as its learners see it, by somebody who may do more: until it is ended the
 * session has a learner's role, is let into the course, and changes nothing.
 */
public interface LearnerView {
    void begin(HttpServerRequest request, String courseId);

    void end(HttpServerRequest request);
}

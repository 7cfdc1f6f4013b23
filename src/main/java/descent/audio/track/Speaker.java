package descent.audio.track;

import descent.audio.speech.Engines;
import descent.audio.speech.SpeechEngine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one speech engine of this program. */
@ApplicationScoped
class Speaker {
    @Produces
    @Singleton
    SpeechEngine engine(AudioConfig config) {
        return Engines.of(config.engine(), config);
    }
}

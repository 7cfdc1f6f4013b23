package descent.audio.speech;

import descent.audio.script.Cast;
import descent.audio.script.Voice;
import descent.audio.script.Words;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marytts.LocalMaryInterface;
import marytts.config.MaryConfig;
import marytts.datatypes.MaryXML;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.util.data.audio.MaryAudioUtils;
import org.apache.log4j.varia.NullAppender;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/**
 * MaryTTS within this program, with the voice cmu-slt-hsmm. Started with the first sentence; not
 * thread-safe, not even one for each thread.
 *
 * <p>Its tokeniser is not on Maven Central, so sentences come to it as tokens of our own making.
 */
final class MaryEngine implements SpeechEngine {
    private static final Pattern TOKEN =
            Pattern.compile(Words.WORD.pattern() + "|[.!?;:,]", Words.WORD.flags());

    /** Modules whose classes are not there. */
    private static final Pattern ABSENT = Pattern.compile("JTokeni|Emotionml|Sable|APML");

    private @Nullable LocalMaryInterface mary;

    @Override
    public String id() {
        return "mary 5.2.1 cmu-slt-hsmm";
    }

    @Override
    public float[] say(String sentence, String language, Voice voice, Cast cast)
            throws SpeechException {
        if (!language.startsWith("en")) {
            throw new SpeechException(
                    "the built-in voice speaks English, not \"%s\": set another speech engine, or upload a recording"
                            .formatted(language));
        }
        try {
            var started = mary == null ? start() : mary;
            mary = started;
            started.setAudioEffects(effects(voice));
            try (var audio = started.generateAudio(document(sentence, voice, cast))) {
                return floats(MaryAudioUtils.getSamplesAsDoubleArray(audio));
            }
        } catch (MaryConfigurationException
                | SynthesisException
                | IOException
                | RuntimeException e) {
            throw new SpeechException(
                    "the built-in voice cannot say \"%s\": %s".formatted(sentence, e), e);
        }
    }

    private static LocalMaryInterface start() throws MaryConfigurationException {
        for (var config : MaryConfig.getConfigs()) {
            prepare(config.getProperties());
        }
        var log = java.util.logging.Logger.getLogger("");
        var level = log.getLevel();
        try {
            // Where it sees no log it turns off everybody's and writes to the console instead.
            org.apache.log4j.Logger.getRootLogger().addAppender(new NullAppender());
            var mary = new LocalMaryInterface();
            mary.setInputType("TOKENS");
            return mary;
        } finally {
            log.setLevel(level);
        }
    }

    /** The properties are the configuration itself. */
    private static void prepare(Properties properties) {
        var modules = properties.getProperty("modules.classes.list");
        if (modules != null) {
            properties.setProperty(
                    "modules.classes.list",
                    Arrays.stream(modules.strip().split("\\s+"))
                            .filter(module -> !ABSENT.matcher(module).find())
                            .collect(Collectors.joining(" ")));
        }
    }

    /** Half as loud before all else: what is too loud would wrap around and click. */
    private static String effects(Voice voice) {
        var effects = new StringBuilder("Volume(amount:0.5)");
        if (voice.pitch() != 0) {
            effects.append(String.format(Locale.ROOT, "+F0Add(f0Add:%.1f)", voice.pitch()));
        }
        if (voice.tract() != 1) {
            effects.append(String.format(Locale.ROOT, "+TractScaler(amount:%.2f)", voice.tract()));
        }
        return effects.toString();
    }

    private static Document document(String sentence, Voice voice, Cast cast) {
        var document = MaryXML.newDocument();
        var root = document.getDocumentElement();
        root.setAttribute("xml:lang", "en-US");
        var parent = MaryXML.appendChildElement(MaryXML.appendChildElement(root, "p"), "s");
        if (voice.pace() != 0) {
            parent = MaryXML.appendChildElement(parent, "prosody");
            parent.setAttribute("rate", "%+d%%".formatted(voice.pace()));
        }
        var tokens = TOKEN.matcher(sentence.replace('’', '\'').replace("%", " per cent "));
        while (tokens.find()) {
            var token = MaryXML.appendChildElement(parent, "t");
            var pronunciation = Respelling.of(cast, tokens.group());
            token.setTextContent(
                    pronunciation
                            .filter(each -> each.sounds().isEmpty())
                            .map(each -> each.say())
                            .orElse(tokens.group()));
            pronunciation
                    .filter(each -> !each.sounds().isEmpty())
                    .ifPresent(each -> token.setAttribute("ph", each.sounds()));
        }
        return document;
    }

    private static float[] floats(double[] samples) {
        var floats = new float[samples.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) samples[i];
        }
        return floats;
    }
}

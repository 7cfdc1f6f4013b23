package descent.course.material;

import descent.shared.text.Prose;
import java.util.List;

/** What a lesson wants to stay: its key concepts, worked examples and memory aids. */
public record Concepts(
        List<KeyConcept> keyConcepts,
        List<WorkedExample> workedExamples,
        List<MemoryAid> memoryAids) {
    public record KeyConcept(String id, String term, Prose definition) {}

    /** A small case computed by hand. */
    public record WorkedExample(
            String id, String title, Prose problem, List<Prose> steps, Prose result) {
        public WorkedExample {
            steps = List.copyOf(steps);
        }
    }

    public record MemoryAid(String id, Kind kind, String title, Prose text) {
        public enum Kind {
            RHYME("Rhyme"),
            STORY("Story"),
            MNEMONIC("Mnemonic"),
            VISUAL_CUE("Picture it");

            private final String label;

            Kind(String label) {
                this.label = label;
            }

            public String label() {
                return label;
            }
        }
    }

    public Concepts {
        keyConcepts = List.copyOf(keyConcepts);
        workedExamples = List.copyOf(workedExamples);
        memoryAids = List.copyOf(memoryAids);
    }
}

package descent.exchange.anki;

import descent.exchange.card.CardNote.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three note types that we write, as the JSON of schema 11 has them. */
enum NoteTypes {
    BASIC(1_795_000_000_001L, "Descent", false, List.of(template("Front", "Back"))),
    REVERSED(
            1_795_000_000_002L,
            "Descent (and reversed)",
            false,
            List.of(template("Front", "Back"), template("Back", "Front"))),
    CLOZE(
            1_795_000_000_003L,
            "Descent (cloze)",
            true,
            List.of(
                    new NoteType.Template(
                            "{{cloze:Front}}", "{{cloze:Front}}<hr id=answer>{{Back}}")));

    private static final List<String> FIELDS = List.of("Front", "Back");

    /** Fixed, so that a later import finds the types of an earlier one. */
    private final long id;

    private final String title;
    private final boolean cloze;
    private final List<NoteType.Template> templates;

    NoteTypes(long id, String title, boolean cloze, List<NoteType.Template> templates) {
        this.id = id;
        this.title = title;
        this.cloze = cloze;
        this.templates = templates;
    }

    private static NoteType.Template template(String question, String answer) {
        return new NoteType.Template(
                "{{" + question + "}}", "{{FrontSide}}<hr id=answer>{{" + answer + "}}");
    }

    static NoteTypes of(Kind kind) {
        return switch (kind) {
            case BASIC -> BASIC;
            case REVERSED -> REVERSED;
            case CLOZE -> CLOZE;
        };
    }

    long id() {
        return id;
    }

    Map<String, Object> json(long seconds) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", id);
        json.put("name", title);
        json.put("type", cloze ? 1 : 0);
        json.put("mod", seconds);
        json.put("usn", -1);
        json.put("sortf", 0);
        json.put("did", 1);
        json.put("vers", List.of());
        json.put("tags", List.of());
        json.put("latexPre", "\\documentclass{article}\\begin{document}");
        json.put("latexPost", "\\end{document}");
        json.put("css", ".card { font-family: sans-serif; font-size: 20px; text-align: center; }");
        json.put("flds", FIELDS.stream().map(NoteTypes::field).toList());
        json.put("tmpls", templates.stream().map(this::template).toList());
        json.put(
                "req",
                templates.stream()
                        .map(t ->
                                List.of(templates.indexOf(t), "any", List.of(templates.indexOf(t))))
                        .toList());
        return json;
    }

    private static Map<String, Object> field(String name) {
        return Map.of(
                "name",
                name,
                "ord",
                FIELDS.indexOf(name),
                "sticky",
                false,
                "rtl",
                false,
                "font",
                "Arial",
                "size",
                20,
                "media",
                List.of());
    }

    private Map<String, Object> template(NoteType.Template template) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", "Card " + (templates.indexOf(template) + 1));
        json.put("ord", templates.indexOf(template));
        json.put("qfmt", template.question());
        json.put("afmt", template.answer());
        json.put("bqfmt", "");
        json.put("bafmt", "");
        json.put("did", null);
        return json;
    }
}

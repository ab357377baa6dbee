using System.Text.Json.Nodes;
using Core;

namespace Lessons;

/// <summary>What a lesson file may be: the one place where its fields are stated.</summary>
public static class LessonSpec
{
    /// <summary>The version of the format this program reads.</summary>
    public const int Format = 1;

    /// <summary>Most hints of a question.</summary>
    public const int MostHints = 3;

    private const string IdPattern = "[A-Za-z0-9_-](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?";

    private static readonly Spec Words = Spec.Either(Spec.Text("text", 1), Spec.List(Spec.Text("a paragraph", 1), "paragraphs", 1));

    private static readonly Spec Id = Spec.Text("an id of letters, digits, - and _", 1, 40, IdPattern);

    private static readonly Spec Ids = Spec.List(Id, "ids");

    private static readonly Spec Expression = Spec.Text("an expression", 1, 10_000);

    private static readonly Spec Panel = Spec.Choice([.. Panels.Names]);

    internal static ObjectSpec Text { get; } = Spec.Object("text",
        "A text in both languages: a string, or a list of strings, one for each paragraph. `{{expression}}` stands for a number of the run at the scene's moment, `{{expression:3}}` for one with 3 decimals ([formats](expressions.md#numbers-in-texts)). A missing translation is a warning in play and an error in `sim check`.",
        Field.Optional("en", Words, "English."),
        Field.Optional("zh", Words, "Chinese."));

    internal static ObjectSpec Term { get; } = Spec.Object("term", "A word of the field, explained.",
        Field.Required("id", Id, "Name in the lessons' `terms`."),
        Field.Required("term", Text, "The word."),
        Field.Required("text", Text, "What it means, in a sentence or two."));

    internal static ObjectSpec Variant { get; } = Spec.Object("variant", "The lesson's experiment with some fields changed.",
        Field.Required("id", Id, "Name in scenes, in `variant(id, x)` and in addresses."),
        Field.Required("title", Text, "What it is called on the screen."),
        Field.Required("set", Spec.Any("an object of keys such as \"optimizer.learningRate\" and their values"), "Changed fields: `{\"optimizer.learningRate\": 1.2, \"layers[0].activation\": \"relu\"}`. Keys as with `--set`; values are JSON; `null` removes a field."));

    internal static ObjectSpec Focus { get; } = Spec.Object("focus", "A value of the run, or an element of it.",
        Field.Required("step", Spec.Text("a value name such as layer1.z", 1), "Name of the value, which is the name of the step that writes it."),
        Field.Optional("index", Spec.List(Spec.Integer(0), "indices", 1, 4), "Its element, counted from 0, e.g. `[0, 2]`; otherwise the whole value."));

    // Stands before the two that use it: fields are initialised in order.
    private static readonly Field[] SweepValues =
    [
        Field.Required("over", Spec.Text("a key such as optimizer.learningRate", 1), "The field, as in `set`."),
        Field.Optional("from", Spec.Number(), "First value."),
        Field.Optional("to", Spec.Number(), "Last value."),
        Field.Optional("count", Spec.Integer(2, 1000), "Runs.", "25"),
        Field.Optional("log", Spec.Boolean(), "Steps of equal ratio instead of equal difference; `from` and `to` above 0.", "false"),
        Field.Optional("values", Spec.List(Spec.Either(Spec.Number(), Spec.Text("a value", 1)), "values", 2, 1000), "Instead of `from` and `to`: numbers, or words such as `\"tanh\"`."),
    ];

    internal static ObjectSpec SweepAxis { get; } = Spec.Object("sweep by", "The second field of a sweep: the picture becomes a map with a cell for each pair of values.", SweepValues);

    internal static ObjectSpec Sweep { get; } = Spec.Object("sweep", "Many runs that differ in one field, or in two, for the picture `sweep`.",
    [
        .. SweepValues,
        Field.Optional("by", SweepAxis, "A second field; the learning rate is the horizontal axis whichever of the two it is."),
        Field.Optional("show", Spec.Either(Expression, Spec.List(Expression, "expressions", 1, Lessons.Sweep.MostCurves)), "What is drawn of each run's last moment: an expression, or up to three for as many curves; of two fields, one.", "\"loss\""),
        Field.Optional("updates", Spec.Integer(1, int.MaxValue), "Length of each run; otherwise that of the experiment."),
    ]);

    internal static ObjectSpec Tolerance { get; } = Spec.Object("tolerance", "Right is |given − answer| ≤ max(absolute, relative·|answer|).",
        Field.Optional("absolute", Spec.Number(min: 0), "In units of the answer.", "0"),
        Field.Optional("relative", Spec.Number(min: 0, max: 1), "As a share of the answer; 0.01 if no tolerance is stated at all.", "0"));

    internal static ObjectSpec Slip { get; } = Spec.Object("slip", "A usual mistake.",
        Field.Required("name", Id, "A word for it."),
        Field.Required("value", Expression, "The number somebody gets who makes it."),
        Field.Required("feedback", Text, "What is said: what was done, and what is right."));

    internal static ObjectSpec Choice { get; } = Spec.Object("choice", "One choice. Exactly one must be right at the scene's moment.",
        Field.Required("text", Text, "What it says."),
        Field.Required("right", Spec.Either(Spec.Boolean(), Expression), "Whether it is right: a condition on the run, best; or true or false."),
        Field.Required("feedback", Text, "What is said when it is chosen; for a wrong one: why it is wrong."));

    private static readonly Field ToleranceField = Field.Optional("tolerance", Tolerance, "How far off is still right; otherwise 1 %.");

    private static readonly Field SlipsField = Field.Optional("slips", Spec.List(Slip, "slips"), "Usual mistakes; for `predict` besides those the program knows by itself.", "[]");

    internal static TaggedSpec Ask { get; } = new TaggedSpec("ask", "A question. The answer is evaluated on the run at the scene's moment.", null,
        Field.Required("prompt", Text, "What is asked."),
        Field.Optional("hints", Spec.List(Text, "hints", 0, MostHints), "Up to three, each giving away more.", "[]"),
        Field.Optional("explain", Text, "Why the answer is what it is; shown once it is answered."))
        .Case("choice", "One of several choices.",
            Field.Required("choices", Spec.List(Choice, "choices", 2, 9), "In the order shown."))
        .Case("number", "A number to be worked out.",
            Field.Required("answer", Expression, "The right answer."), ToleranceField, SlipsField)
        .Case("predict", "The value that a name will have when it is written next. Graded against the run; a wrong sign, a factor 2 or batch size, a missing derivative, mean, bias, activation or learning rate are recognised.",
            Field.Required("value", Focus, "Which value, down to one number."), ToleranceField, SlipsField);

    internal static ObjectSpec Scene { get; } = Spec.Object("scene",
        "One stop of the lesson. Without `at`, `until` or `steps` it is where the scene before is; the first one is at 0. `at` is applied first, then `until`, then `steps`.",
        Field.Optional("id", Id, "Name in addresses and progress; otherwise `scene-1`, `scene-2`, …"),
        Field.Optional("title", Text, "Heading."),
        Field.Required("text", Text, "What is said."),
        Field.Optional("variant", Id, "Which run is shown; otherwise the lesson's own."),
        Field.Optional("at", Spec.Text("a position such as 0, 3, 3:layer1.z, epoch 2, end or until loss < 0.1", 1), "The moment: a [position](expressions.md#positions)."),
        Field.Optional("until", Expression, "On to the first moment, at the end of an update, at which this condition holds."),
        Field.Optional("steps", Spec.Integer(-1_000_000, 1_000_000), "So many steps on (negative: back).", "0"),
        Field.Optional("per", Spec.Choice("operation", "phase", "update", "epoch"), "What `steps` counts.", "\"operation\""),
        Field.Optional("compare", Id, "A variant shown beside it."),
        Field.Optional("focus", Focus, "What is lit."),
        Field.Optional("panels", Spec.List(Panel, "pictures"), "Pictures, most important first; otherwise the program chooses.", "[]"),
        Field.Optional("figures", Spec.List(FigureSpec.Figure, "figures", 1, Figure.Most), "Pictures defined here, shown as the panel `figure`; first of all if no `panels` are given.", "[]"),
        Field.Optional("zoom", Panel, "The picture that fills the screen."),
        Field.Optional("path", Spec.List(Expression, "parameters", 1, 2), "The two parameters of the picture `path`, e.g. `[\"layer1.weight[0,0]\", \"layer1.weight[0,1]\"]`, or the one over which it draws the loss; otherwise the first two."),
        Field.Optional("sweep", Sweep, "The runs of the picture `sweep`."),
        Field.Optional("ask", Ask, "A question."),
        Field.Optional("notes", Text, "For the teacher; hidden until asked for."));

    internal static ObjectSpec Claim { get; } = Spec.Object("claim", "A fact that `sim check` tries on the run.",
        Field.Required("text", Text, "The fact in words."),
        Field.Required("holds", Expression, "The fact as a condition."),
        Field.Optional("variant", Id, "On which variant; otherwise the lesson's own run."),
        Field.Optional("at", Spec.Text("a position", 1), "At which moment.", "\"end\""));

    internal static ObjectSpec Lesson { get; } = Spec.Object("lesson", "One lesson.",
        Field.Required("id", Id, "Name in addresses and on the command line."),
        Field.Required("title", Text, "Title in the menu."),
        Field.Required("summary", Text, "One or two sentences for the menu."),
        Field.Required("minutes", Spec.Integer(1, 240), "How long it takes."),
        Field.Optional("topics", Spec.List(Spec.Text("a word", 1, 60), "words"), "Words to find it by.", "[]"),
        Field.Optional("needs", Ids, "Lessons to be done before; they come earlier in the file.", "[]"),
        Field.Optional("terms", Ids, "Glossary terms it introduces.", "[]"),
        Field.Required("experiment", Spec.Any("an experiment (experiment.md)"), "The run: see [experiment files](experiment.md)."),
        Field.Optional("variants", Spec.List(Variant, "variants"), "The same run with some fields changed.", "[]"),
        Field.Required("scenes", Spec.List(Scene, "scenes", 1, 100), "What is shown, in order."),
        Field.Optional("claims", Spec.List(Claim, "claims"), "Facts the run must show.", "[]"),
        Field.Required("takeaway", Text, "The sentence a learner leaves with."),
        Field.Optional("sandbox", Text, "What to try alone afterwards."));

    internal static ObjectSpec Part { get; } = Spec.Object("part", "A heading over lessons that belong together.",
        Field.Required("title", Text, "The heading."),
        Field.Required("from", Id, "Its first lesson; the part goes on to the lesson before the next part's."));

    /// <summary>The whole file.</summary>
    public static ObjectSpec Root { get; } = Spec.Object("lessons", "A lesson file: lessons in teaching order, and the glossary they use.",
        Field.Required("format", Spec.Integer(Format, Format), "Version of this format: 1."),
        Field.Optional("glossary", Spec.List(Term, "terms"), "Words of the field.", "[]"),
        Field.Optional("parts", Spec.List(Part, "parts"), "Headings of the menu, in teaching order; the first one begins with the first lesson.", "[]"),
        Field.Required("lessons", Spec.List(Lesson, "lessons"), "In teaching order."));

    /// <summary>The JSON Schema of a lesson file, the experiments in it included.</summary>
    public static JsonObject Schema()
    {
        var schema = SpecDocument.Schema(Root);
        var lesson = schema["properties"]!["lessons"]!["items"]!["properties"]!;
        lesson["experiment"] = ExperimentSpec.Root.Schema();
        lesson["variants"]!["items"]!["properties"]!["set"]!["type"] = "object";
        return schema;
    }
}

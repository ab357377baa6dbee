using Core;

namespace Sim;

/// <summary>What lessons.json may be.</summary>
internal static class LessonsSpec
{
    private static Spec Id => Spec.Text("an id of letters, digits, - and _", 1, 60, "^[A-Za-z0-9_-]+$");

    public static ObjectSpec Variant { get; } = Spec.Object("variant", "A named change of the experiment, for comparison.",
        Field.Required("id", Id, "Its name in addresses: lesson/variant."),
        Field.Required("title", Spec.Bilingual(), "For people."),
        Field.Required("set", Spec.Any("fields of the experiment and their values"), "Keys such as `optimizer.learningRate`, as in `--set`, with their values."));

    public static ObjectSpec Lesson { get; } = Spec.Object("lesson", "One lesson.",
        Field.Required("id", Id, "Its name in addresses."),
        Field.Required("title", Spec.Bilingual(), "For people."),
        Field.Required("summary", Spec.Bilingual(), "One or two sentences."),
        Field.Required("experiment", ExperimentSpec.Root, "What is trained."),
        Field.Optional("variants", Spec.List(Variant, "variants"), "Named changes of the experiment.", "[]"));

    public static ObjectSpec Root { get; } = Spec.Object("lessons", "Lessons in teaching order.",
        Field.Required("format", Spec.Integer(Catalogue.Format, Catalogue.Format), "Version of this format."),
        Field.Required("lessons", Spec.List(Lesson, "lessons"), "The lessons."));
}

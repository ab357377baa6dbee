using Lessons;

namespace Sim;

/// <summary>What tells the curves of a sweep apart: a name, a mark, a colour.</summary>
internal static class SweepCurves
{
    private const string Marks = "•○◇";

    private static readonly Lessons.Text Train = new("training set", "训练集"), Validation = new("validation set", "验证集"), Test = new("test set", "测试集"), Loss = new("loss", "损失");

    /// <summary>The loss of a set by the name of the set, anything else as it is written.</summary>
    public static string Name(SweepData data, int k, ViewSettings settings) => data.Shows[k] switch
    {
        "loss" => settings.Say(Loss),
        "eval.train.loss" => settings.Say(Train),
        "eval.validation.loss" => settings.Say(Validation),
        "eval.test.loss" => settings.Say(Test),
        var other => other,
    };

    public static string Glyph(int k) => Marks.Substring(k % Marks.Length, 1);

    public static Role RoleOf(SweepData data, int k) =>
        data.Shows[k].StartsWith("eval.validation", StringComparison.Ordinal) ? Role.Validation : k == 0 ? Role.Loss : Role.Accent;

    /// <summary>Where a point of a curve lies; not a number where its run has none.</summary>
    public static double Height(SweepPoint point, int k, Scale y) =>
        point.DivergedAt is not null || point.All[k] is not { } shown || !double.IsFinite(shown) ? double.NaN : Math.Clamp(shown, y.Min, y.Max);

    public static List<Span> Legend(SweepData data, ViewSettings settings) =>
        [.. data.Shows.Select((_, k) => new Span($"{Glyph(k)} {Name(data, k, settings)}  ", RoleOf(data, k)))];
}

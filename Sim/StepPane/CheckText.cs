using System.Globalization;
using Core;

namespace Sim;

/// <summary>A check in words: lines of the step pane, one line for the footer, sentences for plain mode.</summary>
internal static class CheckText
{
    private static readonly Phrase
        Fine = new("✓ checked", "✓ 已核对"),
        Wrong = new("✗ the check differs", "✗ 核对不一致"),
        Again = new("double precision {0}", "双精度 {0}"),
        Measured = new("central difference {0}", "中心差分 {0}"),
        Given = new("{0} is given and not calculated: there is nothing to check", "{0} 是给定的，不是算出来的：没有可核对的内容"),
        SpokenAgain = new("Calculated again in double precision: {0}. Difference {1}, rounding explains up to {2}: {3}.", "用双精度重算：{0}。相差 {1}，舍入误差最多 {2}：{3}。"),
        SpokenMeasured = new(
            "Measured, without any formula: {0} a little larger and a little smaller changes {1} by {2} per unit (central difference). Difference {3}: {4}.",
            "不用公式直接测量：把 {0} 略微增大和减小，{1} 每单位变化 {2}（中心差分）。相差 {3}：{4}。"),
        Agrees = new("agrees", "一致"),
        Differs = new("differs", "不一致"),
        Kink = new("a kink, left and right slopes differ", "此处是折点，左右斜率不同");

    public static Phrase VerdictWord(GradientVerdict verdict) => verdict switch { GradientVerdict.Agrees => Agrees, GradientVerdict.Kink => Kink, _ => Differs };

    /// <summary>What is said when the check is done.</summary>
    public static Notice Notice(NumberCheck check, int digits)
    {
        if (check.Again is not { } again) return new Notice(Given.With(check.Name));
        var parts = new List<Phrase> { check.IsFine ? Fine : Wrong, Again.With(Number(again.Value, 9)) };
        if (check.Measured is { } measured) parts.Add(Measured.With(Number(measured.Numeric, Math.Max(6, digits))));
        if (check.Verdict == GradientVerdict.Kink) parts.Add(Kink);
        var text = new Phrase(string.Join(" · ", parts.Select(part => part.En)), string.Join(" · ", parts.Select(part => part.Zh)));
        return new Notice(text with { Spoken = Spoken(check, again) }, !check.IsFine);
    }

    private static Phrase Spoken(NumberCheck check, FormulaCheck again)
    {
        var first = SpokenAgain.With(Number(again.Value, 10), Number(Off(check.Value, again.Value), 2), Number(again.Bound, 2), check.IsConfirmed ? Agrees : Differs);
        if (check.Measured is not { } measured || MeasuredDerivative.Meaning(check.Name) is not var (loss, by)) return first;
        var second = SpokenMeasured.With(Place(by, check), loss, Number(measured.Numeric, 6), Number(Off(check.Value, measured.Numeric), 2), VerdictWord(check.Verdict!.Value));
        return new Phrase(first.En + " " + second.En, first.Zh + second.Zh);
    }

    /// <summary>The element of what a gradient is taken by: <c>layer1.weight[0,2]</c>.</summary>
    public static string Place(string name, NumberCheck check) => check.Index.IsEmpty ? name : string.Create(CultureInfo.InvariantCulture, $"{name}[{string.Join(',', check.Index)}]");

    public static double Off(double value, double other) => value.Equals(other) ? 0 : value - other;

    private static string Number(double value, int digits) => NumberText.Of(value, digits);
}

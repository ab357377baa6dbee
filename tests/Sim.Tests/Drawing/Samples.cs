using FsCheck;
using FsCheck.Fluent;

namespace Sim.Tests;

/// <summary>Random texts and sizes of the kinds that break layouts.</summary>
internal static class Samples
{
    private static readonly string[] Bits =
    [
        "a", "B", "7", " ", "  ", "word", "oscillation", "。", "，", "、", "）", "》", "（", "《", "“", "”", "学", "习率", "梯度下降", "ŷ", "y\u0302", "∂L/∂w₁", "∑ᵢ",
        "\u0301", "\u200b", "\n", "\t", "\e[31m", "\0", "—", "…", "——", "·", "−0.25", "ｗｉｄｅ", "한글", "🍉", "\ud83c", "1,000;", "(x)", "\u2028", "\u00a0",
    ];

    public static Gen<string> Texts { get; } = Gen.Elements(Bits).ListOf().Select(parts => string.Concat(parts));

    public static Gen<Size> Sizes { get; } =
        from width in Gen.OneOf(Gen.Choose(0, 12), Gen.Choose(0, 130))
        from height in Gen.OneOf(Gen.Choose(0, 6), Gen.Choose(0, 45))
        select new Size(width, height);

    public static Gen<Style> Styles { get; } =
        from role in Gen.Elements(Enum.GetValues<Role>())
        from attributes in Gen.Choose(0, 7)
        from shade in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 8)))
        select new Style(role, (Attributes)attributes, (byte)shade);

    /// <summary>A grid of the size with texts thrown on it anywhere, over its edges too.</summary>
    public static Gen<Grid> Grids(Size size) =>
        Gen.Zip(Gen.Zip(Gen.Choose(-5, size.Width + 2), Gen.Choose(-1, size.Height)), Gen.Zip(Texts, Styles)).ListOf().Select(writes =>
        {
            var grid = new Grid(size);
            foreach (var ((x, y), (text, style)) in writes) grid.All.Write(x, y, text, style);
            return grid;
        });

    public static void Check<T>(Gen<T> gen, Action<T> holds, int count = 300) =>
        FsCheck.Fluent.Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(40));
}

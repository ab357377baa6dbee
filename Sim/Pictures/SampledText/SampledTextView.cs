using System.Globalization;

namespace Sim;

/// <summary>What the network writes, by lot and always the likeliest, and its next character as bars.</summary>
internal static class SampledTextView
{
    private const int Wide = 64, BarsWidth = 26, FewestBars = 3, NumberWidth = 7;

    private static readonly Lessons.Text Name = new("text it writes now", "它此刻写出的文字"), Drawn = new("drawn by lot, after “{0}”:", "按概率抽取，接在“{0}”之后："),
        Likeliest = new("always the likeliest:", "总取最可能的："), Next = new("after “{0}” comes", "“{0}” 之后是"), Nothing = new("Its outputs are no numbers.", "输出已不是数字。");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    public static void Draw(Region region, SampledTextData data, ViewSettings settings)
    {
        if (data.Drawn.Length == 0)
        {
            Text.Paragraph(region, settings.Say(Nothing), Role.Bad);
            return;
        }
        if (region.Width >= Wide)
        {
            Written(region.SkipRight(BarsWidth + 2), data, settings);
            Bars(region.SkipLeft(region.Width - BarsWidth), data, settings);
            return;
        }
        int bars = Math.Min(Math.Max(FewestBars + 1, region.Height / 3), data.Names.Length + 1);
        bool hasBars = region.Height > bars + 6;
        Written(hasBars ? region.SkipBottom(bars + 1) : region, data, settings);
        if (hasBars) Bars(region.SkipTop(region.Height - bars), data, settings);
    }

    private static void Written(Region region, SampledTextData data, ViewSettings settings)
    {
        int likeliest = region.Height switch { < 5 => 0, < 8 => 2, var height => Math.Max(3, height / 4) };
        Text.Line(region, 0, Say(Drawn, data, settings), Role.Dim);
        int rows = Block(region.SkipTop(1).SkipBottom(likeliest == 0 ? 0 : likeliest + 1), data.Drawn, Role.Text);
        if (likeliest == 0) return;
        var below = region.SkipTop(rows + 2);
        Text.Line(below, 0, settings.Say(Likeliest), Role.Dim);
        Block(below.SkipTop(1), data.Likeliest, Role.Text);
    }

    // Lines break anywhere: blanks are characters like others. Returns the rows it takes.
    private static int Block(Region region, string text, Style style)
    {
        int x = 0, y = 0;
        foreach (var glyph in Glyph.Split(text))
        {
            if (x + glyph.Width > region.Width) (x, y) = (0, y + 1);
            if (y >= region.Height) return y;
            region.Put(x, y, glyph.Text, style);
            x += glyph.Width;
        }
        return y + 1;
    }

    private static void Bars(Region region, SampledTextData data, ViewSettings settings)
    {
        Text.Line(region, 0, Say(Next, data, settings), Role.Dim);
        int shown = Math.Min(region.Height - 1, data.Names.Length), y = 1;
        if (shown < 1) return;
        int labels = data.Names.Max(TextWidth.Of) + 1;
        // All by their number; where there is no room the likeliest, largest first.
        var chosen = shown == data.Names.Length ? Enumerable.Range(0, shown) : Enumerable.Range(0, data.Names.Length).OrderByDescending(k => data.Next[k]).Take(shown);
        int best = Enumerable.Range(0, data.Next.Length).MaxBy(k => data.Next[k]);
        foreach (int k in chosen)
        {
            Style style = k == best ? Role.Active : Role.Accent;
            Text.Line(region.Sub(0, y, labels, 1), 0, data.Names[k], k == best ? Role.Active : Role.Text);
            Bar.Draw(region.Sub(labels, y, region.Width - labels - NumberWidth, 1), 0, data.Next[k], style);
            Text.Line(region.Sub(region.Width - NumberWidth, y, NumberWidth, 1), 0, data.Next[k].ToString("0.0%", CultureInfo.InvariantCulture), Role.Text, Align.Right);
            y++;
        }
    }

    private static string Say(Lessons.Text text, SampledTextData data, ViewSettings settings) =>
        string.Format(CultureInfo.InvariantCulture, settings.Say(text), data.Start.Replace(' ', '␣'));
}

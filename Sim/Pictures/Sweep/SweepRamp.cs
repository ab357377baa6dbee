using Core;
using Lessons;

namespace Sim;

/// <summary>The eight shades of a map: each has a colour and a glyph, so that it can be read without colour.</summary>
internal sealed class SweepRamp
{
    // Of growing ink.
    private const string Glyphs = "·:-=+*#@";

    private readonly Scale scale;
    private readonly bool isCutBelow, isCutAbove;

    private SweepRamp(Scale scale, bool isCutBelow, bool isCutAbove) => (this.scale, this.isCutBelow, this.isCutAbove) = (scale, isCutBelow, isCutAbove);

    /// <summary>
    /// From the least value up; a loss up to that at the start, for runs that grew have a mark. A shade is a decade at most, or runs that reach zero would leave one
    /// shade for all others.
    /// </summary>
    public static SweepRamp Of(SweepData data)
    {
        var scale = SweepScale.Of(data.Grid, data.Shows, rise: 1);
        double floor = scale.Max * Math.Pow(10, -Style.MaxShade), most = data.Grid.Points.OfType<SweepPoint>().Select(Shown).OfType<double>().DefaultIfEmpty(scale.Max).Max();
        bool isCut = scale.Log && scale.Min < floor;
        return new(isCut ? scale with { Min = floor } : scale, isCut, most > scale.Max);
    }

    /// <summary>What the cell of a run shows; null where that is no finite number.</summary>
    public static double? Shown(SweepPoint point) => point.DivergedAt is null && point.All[^1] is { } shown && double.IsFinite(shown) ? shown : null;

    /// <summary>1 (least) to 8.</summary>
    public int Level(double value)
    {
        double share = scale.Fraction(Math.Clamp(value, scale.Min, scale.Max));
        return double.IsNaN(share) ? 1 : Math.Clamp((int)(share * Style.MaxShade) + 1, 1, Style.MaxShade);
    }

    public static Style StyleOf(int level) => new Style(Role.Ramp).Shaded(level);

    public static string GlyphOf(int level) => Glyphs.Substring(level - 1, 1);

    /// <summary>All shades in a row with the values at the ends and in the middle.</summary>
    public void Legend(Region line, string name)
    {
        string low = (isCutBelow ? "≤ " : "") + NumberText.Of(scale.Min, 3), middle = NumberText.Of(scale.Log ? Math.Sqrt(scale.Min) * Math.Sqrt(scale.Max) : scale.Min / 2 + scale.Max / 2, 3), high = (isCutAbove ? "≥ " : "") + NumberText.Of(scale.Max, 3);
        int texts = TextWidth.Of(name) + low.Length + middle.Length + high.Length + 6 + (scale.Log ? 5 : 0);
        if (texts + Style.MaxShade > line.Width) (name, texts) = ("", texts - TextWidth.Of(name));
        int cell = Math.Clamp((line.Width - texts) / Style.MaxShade, 1, 3);
        int x = name.Length == 0 ? 0 : line.Write(0, 0, name + " ", Role.Text);
        x = line.Write(x, 0, low + " ", Role.Dim);
        x = Shades(line, x, 1, cell);
        x = line.Write(x, 0, $" {middle} ", Role.Dim);
        x = Shades(line, x, 1 + Style.MaxShade / 2, cell);
        line.Write(x, 0, $" {high}{(scale.Log ? "  log" : "")}", Role.Dim);
    }

    private static int Shades(Region line, int x, int first, int cell)
    {
        for (int level = first; level < first + Style.MaxShade / 2; level++)
            for (int k = 0; k < cell; k++) line.Put(x++, 0, GlyphOf(level), StyleOf(level));
        return x;
    }
}

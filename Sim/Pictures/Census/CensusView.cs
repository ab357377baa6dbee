using System.Globalization;

namespace Sim;

/// <summary>A glyph for every unit, layer by layer, with counts and, where there is room, the share of rows on which each sleeps.</summary>
internal static class CensusView
{
    private const string Steps = "▁▂▃▄▅▆▇█";

    private static readonly CensusState[] States = [CensusState.Active, CensusState.Partly, CensusState.Asleep, CensusState.Saturated, CensusState.Dead];

    private static readonly Lessons.Text Name = new("units awake and asleep", "单元普查"), Rows = new("{0} training rows", "{0} 个训练样本"),
        First = new("first {0} of {1} training rows", "{1} 个训练样本中的前 {0} 个"), More = new("… {0} more layers", "…… 另有 {0} 层"), Share = new("below: rows it sleeps on", "下方：休眠样本的比例"),
        Active = new("active", "活跃"), Partly = new("asleep on some", "部分休眠"), Asleep = new("asleep on most", "多数休眠"), Saturated = new("saturated", "饱和"), Dead = new("dead", "死亡");

    public static string Title(ViewSettings settings) => settings.Say(Name);

    public static string Note(CensusData data, ViewSettings settings) => data.Rows == data.AllRows
        ? string.Format(CultureInfo.InvariantCulture, settings.Say(Rows), data.Rows)
        : string.Format(CultureInfo.InvariantCulture, settings.Say(First), data.Rows, data.AllRows);

    public static void Draw(Region region, CensusData data, ViewSettings settings)
    {
        int foot = region.Height >= 6 ? region.Width >= 76 ? 1 : 2 : 0;
        var legend = region.Bottom(foot);
        region = region.SkipBottom(foot);
        int pitch = PitchOf(region.Width, data), gaps = data.Layers.Length - 1;
        if (foot > 0) Legend(legend, data, Needed(region.Width, data, pitch, true) <= region.Height, settings);
        if (Needed(region.Width, data, pitch, true) + gaps <= region.Height) Layers(region, data, pitch, 3, int.MaxValue, 1, settings);
        else if (Needed(region.Width, data, pitch, true) <= region.Height) Layers(region, data, pitch, 3, int.MaxValue, 0, settings);
        else if (Needed(region.Width, data, 1, false) <= region.Height) Layers(region, data, 1, 2, int.MaxValue, 0, settings);
        else if (2 * data.Layers.Length <= region.Height) Layers(region, data, 1, 2, 1, 0, settings);
        else Layers(region, data, 1, 1, 0, 0, settings);
    }

    public static string Glyph(CensusState state, ViewSettings settings) => state switch
    {
        CensusState.Active => "●",
        CensusState.Partly => settings.Ascii ? "%" : "◐",
        CensusState.Asleep => "○",
        CensusState.Saturated => settings.Ascii ? "=" : "◆",
        _ => "✕",
    };

    private static Role RoleOf(CensusState state) => state switch
    {
        CensusState.Active => Role.Good,
        CensusState.Partly => Role.Text,
        CensusState.Asleep => Role.Dim,
        CensusState.Saturated => Role.Warning,
        _ => Role.Bad,
    };

    private static int PitchOf(int width, CensusData data)
    {
        int units = data.Layers.Max(layer => layer.Units.Length);
        return units * 6 <= width ? 6 : units * 3 <= width ? 3 : 2;
    }

    private static int Lines(int width, LayerCensus layer, int pitch) => (layer.Units.Length + Math.Max(1, width / pitch) - 1) / Math.Max(1, width / pitch);

    private static int Needed(int width, CensusData data, int pitch, bool shares) => data.Layers.Sum(layer => 1 + Lines(width, layer, pitch) * (shares ? 2 : 1));

    // Parts: 1 counts, 2 glyphs too, 3 shares too.
    private static void Layers(Region region, CensusData data, int pitch, int parts, int mostLines, int gap, ViewSettings settings)
    {
        int y = 0, left = data.Layers.Length;
        foreach (var layer in data.Layers)
        {
            if (y == region.Height - 1 && left > 1 && parts == 1)
            {
                Text.Line(region, y, string.Format(CultureInfo.InvariantCulture, settings.Say(More), left), Role.Dim);
                return;
            }
            int used = Head(region, y, layer, settings) + 2;
            if (parts == 1 && used + layer.Units.Length <= region.Width) Units(region.Right(layer.Units.Length), y, layer, 0, layer.Units.Length, 1, settings);
            y++;
            left--;
            int perLine = Math.Max(1, region.Width / pitch), lines = Math.Min(mostLines, Lines(region.Width, layer, pitch));
            for (int line = 0; line < lines && parts > 1; line++)
            {
                Units(region, y++, layer, line * perLine, perLine, pitch, settings);
                if (parts > 2) Shares(region, y++, layer, line * perLine, perLine, pitch);
                if (line == lines - 1 && (line + 1) * perLine < layer.Units.Length) region.Put(region.Width - 1, y - 1, "…", Role.Dim);
            }
            y += gap;
        }
    }

    private static int Head(Region region, int y, LayerCensus layer, ViewSettings settings)
    {
        var spans = new List<Span> { new($"{layer.Name} ", new Style(Role.Text).Bold), new($"{layer.Activation} · {layer.Units.Length}   ", Role.Dim) };
        foreach (var state in States)
            if (layer.Count(state) is > 0 and var count)
                spans.Add(new($"{Glyph(state, settings)} {count} ({Percent(count / (double)layer.Units.Length)})  ", RoleOf(state)));
        spans[^1] = spans[^1] with { Text = spans[^1].Text.TrimEnd() };
        Text.Line(region, y, spans);
        return spans.Sum(span => TextWidth.Of(span.Text));
    }

    private static void Units(Region region, int y, LayerCensus layer, int first, int count, int pitch, ViewSettings settings)
    {
        for (int k = 0; k < count && first + k < layer.Units.Length; k++)
        {
            var state = layer.Units[first + k].State;
            region.Put(k * pitch + (pitch > 3 ? 1 : 0), y, Glyph(state, settings), new Style(RoleOf(state)).Bold);
            if (settings.Projector && pitch > 3) region.Put(k * pitch + 2, y, Glyph(state, settings), new Style(RoleOf(state)).Bold);
        }
    }

    private static void Shares(Region region, int y, LayerCensus layer, int first, int count, int pitch)
    {
        for (int k = 0; k < count && first + k < layer.Units.Length; k++)
        {
            var (state, share) = layer.Units[first + k];
            if (pitch >= 6) region.Write(k * pitch, y, Percent(share), Role.Dim);
            else if (share > 0) region.Put(k * pitch, y, Steps.Substring((int)Math.Round(share * 7), 1), RoleOf(state));
        }
    }

    private static void Legend(Region region, CensusData data, bool hasShares, ViewSettings settings)
    {
        var spans = States.Where(state => state is CensusState.Active or CensusState.Dead || data.Layers.Any(layer => layer.Count(state) > 0))
            .Select(state => new Span($"{Glyph(state, settings)} {settings.Say(Said(state))}  ", RoleOf(state))).Append(new Span(hasShares ? settings.Say(Share) : "", Role.Dim));
        Text.Paragraph(region, spans);
    }

    private static Lessons.Text Said(CensusState state) => state switch
    {
        CensusState.Active => Active,
        CensusState.Partly => Partly,
        CensusState.Asleep => Asleep,
        CensusState.Saturated => Saturated,
        _ => Dead,
    };

    // 100 % and 0 % only where it is exactly so.
    private static string Percent(double share)
    {
        double percent = share is > 0 and < 0.01 ? 1 : share is > 0.99 and < 1 ? 99 : Math.Round(share * 100);
        return percent.ToString(CultureInfo.InvariantCulture) + "%";
    }
}

using System.Globalization;

namespace Sim;

/// <summary>The network diagram.</summary>
internal static class NetworkView
{
    private const int FewestWidth = 12, FewestHeight = 3, MostName = 10;

    /// <summary>For the frame: which sample is shown.</summary>
    public static string Title(NetworkData data, ViewSettings settings)
    {
        string title = settings.Say(NetworkWords.Title);
        if (data.Rows == 0) return title;
        string sample = string.Create(CultureInfo.InvariantCulture, $"{settings.Say(NetworkWords.Sample)} {data.Sample + 1}/{data.Rows}");
        return data.SampleName.Length > 0 ? $"{title} · {sample} {data.SampleName}" : $"{title} · {sample}";
    }

    public static void Draw(Region region, NetworkData data, ViewSettings settings)
    {
        if (region.Width < FewestWidth || region.Height < FewestHeight) return;
        var legend = Legend(data, settings);
        bool hasLegend = region.Height >= 9 && legend.Sum(span => TextWidth.Of(span.Text)) <= region.Width;
        var diagram = hasLegend ? region.SkipBottom(1) : region;
        int names = Math.Min(MostName, data.Network.InputNames.Take(64).Select(TextWidth.Of).DefaultIfEmpty(1).Max());
        var layout = NetworkLayout.Of(data, diagram.Width, diagram.Height, names);
        var dots = new Braille(diagram.Width, diagram.Height);
        var edges = new NetworkEdges(diagram, data, settings, dots);
        var nodes = new NetworkNodes(diagram, data, layout, settings);
        for (int k = 1; k < layout.Columns.Length; k++)
            if (layout.Columns[k].Top == layout.Columns[k - 1].Top && layout.Columns[k].Index > layout.Columns[k - 1].Index)
                edges.Draw(layout.Columns[k - 1], layout.Columns[k], nodes.End(layout.Columns[k - 1]));
        dots.Draw(diagram);
        edges.DrawLabels();
        foreach (var column in layout.Columns)
        {
            Heading(diagram, data, layout, column, settings);
            nodes.Draw(column);
        }
        Hidden(diagram, layout);
        if (hasLegend) Text.Line(region.Bottom(1), 0, legend);
    }

    private static void Heading(Region region, NetworkData data, NetworkLayout layout, PlacedColumn column, ViewSettings settings)
    {
        var next = layout.Columns.FirstOrDefault(other => other.Top == column.Top && other.X > column.X);
        int room = (next?.X ?? region.Width) - column.X - 1;
        bool isLit = column.Index == data.Focus.Nodes || column.Index == data.Focus.Edges || (column.Index == data.Columns.Length && data.Focus.IsLoss);
        Style style = column.IsRepeat ? Role.Dim : isLit ? Role.Active : Role.Dim;
        string text = column.Index == data.Columns.Length ? layout.Detail == UnitDetail.Dot ? "L" : settings.Say(NetworkWords.Loss)
            : data.Columns[column.Index].Layer is not { } layer ? settings.Say(NetworkWords.Inputs)
            : LayerTitle(layer, column.IsRepeat, room);
        if (room < 6 && TextWidth.Of(text) > room) text = data.Columns.Length > column.Index && column.Index > 0 ? column.Index.ToString(CultureInfo.InvariantCulture) : Text.Truncate(text, Math.Max(1, room));
        Text.Line(region.Sub(column.X, column.Top - 1, Math.Max(1, room), 1), 0, text, style);
    }

    private static string LayerTitle(LayerInfo layer, bool isRepeat, int room)
    {
        string name = isRepeat ? "↳ " + layer.Name : layer.Name;
        string function = layer.Activation is { Kind: not Core.ActivationKind.Identity } activation ? activation.Kind.ToString().ToLowerInvariant() : "";
        return !isRepeat && function.Length > 0 && name.Length + function.Length + 1 <= room ? $"{name} {function}" : name;
    }

    private static void Hidden(Region region, NetworkLayout layout)
    {
        int row = region.Height / 2;
        if (layout.HiddenBefore > 0) region.Write(0, row, string.Create(CultureInfo.InvariantCulture, $"‹{layout.HiddenBefore}"), Role.Dim);
        string after = string.Create(CultureInfo.InvariantCulture, $"{layout.HiddenAfter}›");
        if (layout.HiddenAfter > 0) region.Write(region.Width - after.Length, row, after, Role.Dim);
    }

    private static List<Span> Legend(NetworkData data, ViewSettings settings)
    {
        string of = data.EdgesAreGradients ? "∂L/∂w" : "w";
        var spans = new List<Span>
        {
            new("━", Role.Positive), new($" {of} > 0  ", Role.Dim), new("╍", Role.Negative), new($" {of} < 0  ", Role.Dim),
            new(data.IsBackward ? "● ∂L/∂z  " : "● a  ", Role.Dim),
        };
        var states = data.Columns.SelectMany(column => column.Units).Select(unit => unit.State).ToHashSet();
        Add(UnitState.Off, "○", NetworkWords.Off, Role.Dim);
        Add(UnitState.OffInBatch, "◌", NetworkWords.OffInBatch, Role.Warning);
        Add(UnitState.Dropped, "×", NetworkWords.Dropped, Role.Dim);
        Add(UnitState.Dead, "✗", NetworkWords.Dead, Role.Bad);
        return spans;

        void Add(UnitState state, string glyph, Lessons.Text words, Role role)
        {
            if (states.Contains(state)) spans.AddRange([new(glyph, role), new($" {settings.Say(words)}  ", Role.Dim)]);
        }
    }
}

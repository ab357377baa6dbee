using System.Globalization;

namespace Sim;

/// <summary>What is chosen in the pane.</summary>
/// <param name="Operand">An operand of the formula, −1 for none.</param>
/// <param name="Scroll">Lines scrolled down; brought into range when drawn.</param>
internal readonly record struct StepPaneState(int Operand = -1, int Scroll = 0);

/// <summary>The step pane: rule, formula in symbols and numbers, result and its check, the tensor, and what it was made of.</summary>
internal static class StepPaneView
{
    /// <summary>For the frame: the step's name and what it does.</summary>
    public static string Title(RunView view, ViewSettings settings)
    {
        if (view.Step is not { } step) return settings.Say(PaneWords.Initial);
        string words = settings.Say(PaneWords.OfStep(step.Name));
        return words.Length == 0 ? step.Name : $"{step.Name} · {words}";
    }

    /// <summary>For the frame's lower edge: update, place in it, phase.</summary>
    public static string Note(RunView view, ViewSettings settings) => view.Step is not { } step ? "" : string.Create(CultureInfo.InvariantCulture,
        $"{settings.Say(PaneWords.Update)} {step.Update} · {Lessons.PhaseWords.Of(step.Phase).Title[settings.Language]} · {settings.Say(PaneWords.Step)} {step.Number}/{view.Steps.Length}");

    /// <summary>Draws the pane; returns how many lines it has in all.</summary>
    public static int Draw(Region region, StepPaneData data, ViewSettings settings, StepPaneState state = default)
    {
        var lines = Fit(new Size(region.Width, region.Height), data, settings, state);
        int first = Math.Clamp(state.Scroll, 0, Math.Max(0, lines.All.Count - region.Height));
        if (lines.Chosen >= 0) first = Table.Scroll(first, lines.Chosen, region.Height, lines.All.Count);
        for (int y = 0; y < region.Height && first + y < lines.All.Count; y++) Text.Line(region, y, lines.All[first + y]);
        if (first > 0) region.Put(region.Width - 1, 0, "▲", Role.Active);
        if (first + region.Height < lines.All.Count) region.Put(region.Width - 1, region.Height - 1, "▼", Role.Active);
        return lines.All.Count;
    }

    /// <summary>The lines for a place; where they are more than it holds, its last two columns are left for the marks.</summary>
    public static StepPaneLines Fit(Size place, StepPaneData data, ViewSettings settings, StepPaneState state)
    {
        var lines = Of(place.Width);
        return lines.All.Count > place.Height ? Of(place.Width - 2) : lines;

        StepPaneLines Of(int width)
        {
            var made = new StepPaneLines(data, settings, state, width);
            made.Build(place.Height);
            return made;
        }
    }
}

using System.Collections.Immutable;

namespace Sim;

/// <summary>What lies over the screen: help, notes, words, lists.</summary>
internal static class OverlayView
{
    public static void Draw(Region screen, SessionModel model)
    {
        bool isList = model.Scope == KeyScope.List;
        var rows = isList ? Rows(model, Math.Max(20, screen.Width - 6)) : [];
        var lines = isList ? rows.Select(row => row.Line).ToList() : Lines(model);
        int widest = lines.Count == 0 ? 0 : lines.Max(line => line.Sum(span => TextWidth.Of(span.Text)));
        int width = Math.Min(screen.Width, Math.Max(44, Math.Min(widest + 6, screen.Width - 2)));
        int height = Math.Min(screen.Height, Math.Max(5, Math.Min(lines.Count + 2, screen.Height - 2)));
        var box = screen.Sub((screen.Width - width) / 2, (screen.Height - height) / 2, width, height);
        box.Clear();
        var inside = Frame.Draw(box, model.Say(Title(model.Overlay)), note: model is { Overlay: Overlay.Glossary, WordSearch.Length: > 0 } ? "/" + model.WordSearch : model.Say(Note(model.Overlay)), focused: true).Inset(1, 0);
        int first = isList ? Table.Scroll(0, rows.FindLastIndex(row => row.Number == model.OverlayRow), inside.Height, lines.Count) : Math.Clamp(model.OverlayRow, 0, Math.Max(0, lines.Count - inside.Height));
        for (int y = 0; y < inside.Height && first + y < lines.Count; y++)
        {
            Text.Line(inside, y, lines[first + y]);
            if (isList && rows[first + y].Number == model.OverlayRow) inside.Sub(0, y, inside.Width, 1).Restyle(style => new Style(Role.Selected, style.Attributes));
        }
    }

    /// <summary>The lines of what lies over the screen, before scrolling.</summary>
    public static IReadOnlyList<IReadOnlyList<Span>> Lines(SessionModel model)
    {
        int width = Math.Max(20, Math.Min(model.Size.Width - 8, 84));
        return (model.Overlay, model.Lesson) switch
        {
            (Overlay.Help, _) => HelpLines.Of(model, width),
            (Overlay.Notes, { } lesson) => Flow.Wrap(model.Say(lesson.Content is { Notes.IsEmpty: false } content ? content.Notes : SessionWords.NoNotes), width).Select(Line).ToList(),
            (Overlay.Glossary, _) => Flow.Wrap(Glossary(model), width),
            (Overlay.Address, { } lesson) => Flow.Wrap([new Span(lesson.Address + "\n\n", new Style(Role.Active).Bold), new Span(model.Say(SessionWords.AddressHelp.With(lesson.Address)), Role.Dim)], width),
            (Overlay.Breakpoints, { } lesson) => [.. lesson.Breakpoints.Select(point => Line($" {(point.IsOn ? "●" : "○")} {point.Text}")), Line(" " + model.Say(SessionWords.NewBreakpoint))],
            (Overlay.Variants, { } lesson) => [.. OverlayList.Variants(lesson).Select(variant => Row(model, variant))],
            (Overlay.Compare, { } lesson) => [.. OverlayList.Compared(lesson).Select(variant => Row(model, variant))],
            _ => [],
        };
    }

    // A row that is too long goes on in the next line, set in.
    private static List<(int Number, IReadOnlyList<Span> Line)> Rows(SessionModel model, int width)
    {
        var rows = new List<(int, IReadOnlyList<Span>)>();
        foreach (var (number, row) in Lines(model).Index())
            foreach (var (k, line) in Flow.Wrap(row, width - 2).Index()) rows.Add((number, k == 0 ? line : [new Span("   ", Role.Text), .. line]));
        return rows;
    }

    private static IReadOnlyList<Span> Row(SessionModel model, VariantInfo variant) =>
        [new Span($" {model.Say(variant.Title)} ", Role.Text), new Span(variant.Id.Length > 1 ? $" {variant.Id}" : "", Role.Dim)];

    private static IReadOnlyList<Span> Line(string text) => [text];

    private static IEnumerable<Span> Glossary(SessionModel model)
    {
        var (own, others) = (GlossaryList.OfLesson(model), GlossaryList.Others(model));
        if (own.IsEmpty && others.IsEmpty) return [new Span(model.Say(model.WordSearch.Length > 0 ? SessionWords.NoWordFound : SessionWords.NoGlossary), Role.Dim)];
        bool both = !own.IsEmpty && !others.IsEmpty;
        return [.. Words(model, both ? SessionWords.WordsOfLesson : null, own), .. Words(model, both ? SessionWords.AllOtherWords : null, others)];
    }

    private static IEnumerable<Span> Words(SessionModel model, Phrase? title, ImmutableArray<(Phrase Word, Phrase Meaning)> words)
    {
        if (title is not null) yield return new Span(model.Say(title) + "\n\n", Role.Title);
        foreach (var (word, meaning) in words)
        {
            yield return new Span(model.Say(word) + "  ", Role.Active);
            yield return new Span(model.Say(meaning) + "\n\n", Role.Text);
        }
    }

    private static Phrase Title(Overlay overlay) => overlay switch
    {
        Overlay.Help => SessionWords.HelpTitle,
        Overlay.Notes => SessionWords.NotesTitle,
        Overlay.Glossary => SessionWords.GlossaryTitle,
        Overlay.Breakpoints => SessionWords.BreakpointsTitle,
        Overlay.Variants => SessionWords.VariantsTitle,
        Overlay.Compare => SessionWords.CompareTitle,
        _ => SessionWords.AddressTitle,
    };

    private static Phrase Note(Overlay overlay) => overlay switch
    {
        Overlay.Breakpoints => SessionWords.BreakpointHelp,
        Overlay.Variants or Overlay.Compare => SessionWords.ListHelp,
        Overlay.Glossary => SessionWords.GlossaryHelp,
        _ => SessionWords.PageHelp,
    };
}

/// <summary>The keys that work on the screen below the help.</summary>
internal static class HelpLines
{
    public static IReadOnlyList<IReadOnlyList<Span>> Of(SessionModel model, int width)
    {
        var scope = (model with { Overlay = Overlay.None }).Scope;
        var lines = new List<IReadOnlyList<Span>>();
        foreach (var group in KeyMap.Groups)
        {
            var here = group.Bindings.Where(binding => (binding.Where & scope) != 0).ToList();
            if (here.Count == 0) continue;
            if (lines.Count > 0) lines.Add([]);
            lines.Add([new Span(model.Say(group.Title), Role.Title)]);
            foreach (var binding in here) lines.AddRange(Lines(model, binding, width));
        }
        return lines;
    }

    private static IEnumerable<IReadOnlyList<Span>> Lines(SessionModel model, KeyBinding binding, int width)
    {
        const int KeyWidth = 12;
        string keys = string.Join(" ", binding.Names.Select(KeyNames.Shown));
        var text = Flow.Wrap(model.Say(binding.Long), Math.Max(10, width - KeyWidth - 2));
        for (int k = 0; k < text.Count; k++)
            yield return [new Span(Text.Fit(k == 0 ? "  " + keys : "", KeyWidth), Role.Key), new Span(" " + text[k], Role.Text)];
    }
}

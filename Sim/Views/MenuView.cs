using System.Collections.Immutable;

namespace Sim;

/// <summary>The menu: lessons in teaching order under their parts, with time and progress, and what the chosen one is about.</summary>
internal static class MenuView
{
    public static void Draw(Region screen, SessionModel model)
    {
        Text.Line(screen.Top(1).Inset(2, 0), 0, model.Say(SessionWords.MenuTitle), Role.Title);
        Text.Line(screen.Top(1).Inset(2, 0), 0, model.Language == Lessons.Language.English ? "en  ?" : "中  ?", Role.Dim, Align.Right);
        var body = screen.SkipTop(1).SkipBottom(1);
        bool wide = body.Width >= 100;
        var detail = wide ? body.Right(body.Width * 2 / 5) : body.Bottom(Math.Min(8, body.Height / 3));
        var list = wide ? body.SkipRight(detail.Width) : body.SkipBottom(detail.Height);
        List(Frame.Draw(list, model.Say(SessionWords.Lesson), note: model.Menu.Search.Length > 0 ? "/" + model.Menu.Search : "", focused: true), model);
        Detail(Frame.Draw(detail).Inset(1, 0), model);
        FooterView.Draw(screen.Bottom(1), model);
    }

    private static void List(Region inside, SessionModel model)
    {
        var shown = model.Menu.Shown;
        if (shown.IsEmpty)
        {
            if (!model.Menu.IsRead) return;
            Text.Paragraph(inside.Inset(1, 1), model.Say(model.Menu.Entries.IsEmpty ? SessionWords.MenuEmpty : SessionWords.MenuNothingFound), Role.Dim);
            return;
        }
        var lines = MenuMap.Lines(shown, hasHeadings: model.Menu.Search.Length == 0);
        int selected = lines.FindIndex(line => line.Entry == model.Menu.ChosenEntry), visible = inside.Height - 1;
        int first = Math.Max(0, Math.Min(selected - visible / 2, lines.Count - visible));
        bool hasMap = shown.Any(entry => !entry.NeedIds.IsEmpty);
        Table.Draw(inside, hasMap ? [.. Columns, new("")] : Columns, [.. lines.Select(line => Row(model, line, hasMap))], first, selected);
        for (int y = 0; y < visible && first + y < lines.Count; y++)
            if (lines[first + y].Entry is null) Text.Line(inside.SkipLeft(2), y + 1, model.Say(lines[first + y].Heading), Role.Title);
    }

    private static readonly Column[] Columns = [new("", Align.Right), new("", Max: 16), new(""), new("", Align.Right)];

    private static IReadOnlyList<Span> Row(SessionModel model, MenuLine line, bool hasMap)
    {
        if (line.Entry is not { } entry) return [];
        var row = new List<Span> { $"{line.Number}", Progress(model, entry), new(model.Say(entry.Title), Role.Text), new(model.Say(SessionWords.Minutes.With(entry.Minutes)), Role.Dim) };
        if (hasMap) row.Add(new Span(MenuMap.Mark(model.Menu.ChosenEntry, entry), Role.Accent));
        return row;
    }

    private static Span Progress(SessionModel model, MenuEntry entry) =>
        entry.IsDone ? new Span(model.Say(SessionWords.DoneMark), Role.Good)
        : entry.Seen >= 0 ? new Span(model.Say(SessionWords.ContinueAt.With(entry.Seen + 1, entry.Scenes)), Role.Active)
        : model.Menu.Entries.Length > 1 && entry == model.Menu.Suggested ? new Span(model.Say(SessionWords.NextMark), Role.Active)
        : entry.IsOwn ? new Span(model.Say(SessionWords.Own), Role.Accent) : new Span("", Role.Text);

    private static void Detail(Region inside, SessionModel model)
    {
        if (model.Menu.ChosenEntry is not { } entry) return;
        var spans = new List<Span> { new(model.Say(entry.Title) + "\n", Role.Title), new(model.Say(entry.Summary) + "\n", Role.Text) };
        if (!entry.Needs.IsEmpty) spans.Add(new Span("← " + model.Say(SessionWords.Needs.With(Join(entry.Needs))) + "\n", Role.Dim));
        var next = MenuMap.LeadsTo(model.Menu.Entries, entry);
        if (!next.IsEmpty) spans.Add(new Span("→ " + model.Say(SessionWords.LeadsTo.With(Join(next))) + "\n", Role.Dim));
        if (!entry.Topics.IsEmpty && inside.Height > 6) spans.Add(new Span(string.Join(" · ", entry.Topics), Role.Accent));
        Text.Paragraph(inside, spans);
    }

    public static Phrase Join(ImmutableArray<Phrase> phrases) => new(string.Join(", ", phrases.Select(phrase => phrase.En)), string.Join("、", phrases.Select(phrase => phrase.Zh)));
}

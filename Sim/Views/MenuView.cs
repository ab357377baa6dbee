using System.Collections.Immutable;

namespace Sim;

/// <summary>The menu: lessons in teaching order with time and progress, and what the chosen one is about.</summary>
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
        int first = Table.Scroll(0, model.Menu.Chosen, inside.Height - 1, shown.Length);
        var rows = shown.Select((entry, k) => (IReadOnlyList<Span>)[$"{k + 1}", Progress(model, entry), new Span(model.Say(entry.Title), Role.Text), new Span(model.Say(SessionWords.Minutes.With(entry.Minutes)), Role.Dim)]).ToList();
        Table.Draw(inside, [new("", Align.Right), new("", Max: 16), new(""), new("", Align.Right)], rows, first, model.Menu.Chosen);
    }

    private static Span Progress(SessionModel model, MenuEntry entry) =>
        entry.IsDone ? new Span(model.Say(SessionWords.DoneMark), Role.Good)
        : entry.Seen >= 0 ? new Span(model.Say(SessionWords.ContinueAt.With(entry.Seen + 1, entry.Scenes)), Role.Active)
        : entry.IsOwn ? new Span(model.Say(SessionWords.Own), Role.Accent) : new Span("", Role.Text);

    private static void Detail(Region inside, SessionModel model)
    {
        if (model.Menu.ChosenEntry is not { } entry) return;
        var spans = new List<Span> { new(model.Say(entry.Title) + "\n", Role.Title), new(model.Say(entry.Summary) + "\n", Role.Text) };
        if (!entry.Needs.IsEmpty) spans.Add(new Span(model.Say(SessionWords.Needs.With(Join(entry.Needs))) + "\n", Role.Dim));
        if (!entry.Topics.IsEmpty && inside.Height > 6) spans.Add(new Span(string.Join(" · ", entry.Topics), Role.Accent));
        Text.Paragraph(inside, spans);
    }

    public static Phrase Join(ImmutableArray<Phrase> phrases) => new(string.Join(", ", phrases.Select(phrase => phrase.En)), string.Join("、", phrases.Select(phrase => phrase.Zh)));
}

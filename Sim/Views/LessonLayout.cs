using System.Collections.Immutable;

namespace Sim;

/// <summary>How the lesson's screen is cut up.</summary>
internal enum LayoutKind { TooSmall, TextOnly, Compact, Full, Projector }

/// <summary>Where each pane lies; a pane that is not shown has no entry.</summary>
/// <param name="Kind">Which layout.</param>
/// <param name="Body">Everything between header and timeline.</param>
/// <param name="Places">The panes.</param>
internal sealed record LessonLayout(LayoutKind Kind, Rect Body, ImmutableDictionary<Pane, Rect> Places)
{
    private const int HeaderRows = 1, TimelineRows = 1, FooterRows = 1;

    public Rect this[Pane pane] => Places.GetValueOrDefault(pane);

    /// <summary>The panes that are shown, in the order of Tab.</summary>
    public static ImmutableArray<Pane> Panes(SessionModel model)
    {
        var layout = Of(model);
        return [.. Enum.GetValues<Pane>().Where(pane => layout.Kind is LayoutKind.TextOnly or LayoutKind.Projector || layout.Places.ContainsKey(pane) || model.Lesson?.IsZoomed == true)];
    }

    public static LessonLayout Of(SessionModel model) => Of(model.Size, model.View.Projector, model.Lesson, model.HidesControls);

    public static LessonLayout Of(Size size, bool projector, LessonModel? lesson, bool hidesControls = false)
    {
        if (size.Width < 40 || size.Height < 10) return new LessonLayout(LayoutKind.TooSmall, default, ImmutableDictionary<Pane, Rect>.Empty);
        var body = new Rect(0, HeaderRows, size.Width, size.Height - HeaderRows - (hidesControls ? 0 : TimelineRows + FooterRows));
        var focus = lesson?.Focus ?? Pane.Text;
        if (size.Width < 60 || size.Height < 20) return One(LayoutKind.TextOnly, body, focus);
        if (lesson?.IsZoomed == true) return One(Usual(size), HasStrip(lesson) ? new Rect(body.X, body.Y, body.Width, body.Height - 1) : body, focus);
        return projector ? ForProjector(body, focus != Pane.Text || lesson is null ? focus : PictureChoice.First(lesson)) : Quarters(Usual(size), body, lesson);
    }

    /// <summary>Whether a line under what fills the screen says what the lesson says.</summary>
    public static bool HasStrip(LessonModel lesson) => lesson is { IsZoomed: true, Content: not null } && lesson.Focus != Pane.Text;

    private static LayoutKind Usual(Size size) => size.Width < 100 || size.Height < 30 ? LayoutKind.Compact : LayoutKind.Full;

    private static LessonLayout One(LayoutKind kind, Rect body, Pane pane) => new(kind, body, ImmutableDictionary<Pane, Rect>.Empty.Add(pane, body));

    // Network and formula above, picture and text below; what is read gets the wider column.
    private static LessonLayout Quarters(LayoutKind kind, Rect body, LessonModel? lesson)
    {
        int left = Math.Max(body.Width * 44 / 100, Math.Min(30, body.Width / 2)), right = body.Width - left;
        int top = kind == LayoutKind.Compact ? (body.Height - 1) / 2 : body.Height * 48 / 100;
        int bottom = body.Height - top, words = lesson is { Scenes.IsEmpty: true } ? Math.Min(bottom, 8) : kind == LayoutKind.Compact ? bottom : body.Height * 42 / 100;
        return new LessonLayout(kind, body, ImmutableDictionary<Pane, Rect>.Empty
            .Add(Pane.Network, new Rect(0, body.Y, left, top))
            .Add(Pane.Formula, new Rect(left, body.Y, right, body.Height - words))
            .Add(Pane.Picture, new Rect(0, body.Y + top, left, bottom))
            .Add(Pane.Text, new Rect(left, body.Bottom - words, right, words)));
    }

    // One picture, the one in focus, as large as it gets, and the text under it.
    private static LessonLayout ForProjector(Rect body, Pane shown)
    {
        int text = Math.Max(8, body.Height * 30 / 100);
        return new LessonLayout(LayoutKind.Projector, body, ImmutableDictionary<Pane, Rect>.Empty
            .Add(shown, new Rect(0, body.Y, body.Width, body.Height - text))
            .Add(Pane.Text, new Rect(0, body.Bottom - text, body.Width, text)));
    }
}

using System.Globalization;
using Core;

namespace Sim;

/// <summary>The first line: what, with which rate, where in the run, which phase.</summary>
internal static class HeaderView
{
    private static readonly (Phase Phase, Phrase Name)[] Phases =
    [
        (Phase.Batch, new("batch", "批次")), (Phase.Forward, new("forward", "前向")), (Phase.Loss, new("loss", "损失")),
        (Phase.Backward, new("backward", "反向")), (Phase.Update, new("update", "更新")), (Phase.Evaluate, new("evaluate", "评估")),
    ];

    public static Phrase Name(Phase phase) => Phases.First(pair => pair.Phase == phase).Name;

    public static void Draw(Region line, SessionModel model, LessonModel lesson)
    {
        string corner = $"{(model.Recording is { IsOn: true } ? "● REC  " : "")}{(lesson.Auto is { } auto ? model.Say(SessionWords.Playing.With(Speed(auto))) + "  " : "")}{(model.Language == Lessons.Language.English ? "en" : "中")}  ?";
        int right = TextWidth.Of(corner) + 2;
        Text.Line(line.Right(right), 0, corner + " ", lesson.Auto is null ? Role.Dim : Role.Active, Align.Right);
        string title = model.Say(lesson.Title) + (lesson.RunTitle.IsEmpty ? "" : " · " + model.Say(lesson.RunTitle));
        // The title is cut only when shorter words for the rest do not help.
        var (where, strip) = (Where(model, lesson, small: false), Strip(model, lesson, small: false));
        if (Room() < TextWidth.Of(title)) strip = Strip(model, lesson, small: true);
        if (Room() < TextWidth.Of(title)) where = Where(model, lesson, small: true);
        int room = Room();
        var shown = new List<Span> { " ", new(Text.Truncate(title, Math.Max(6, room)), Role.Title), "  " };
        shown.AddRange(where);
        shown.Add("  ");
        shown.AddRange(strip);
        Text.Line(line.SkipRight(right), 0, shown);

        int Room() => line.Width - right - Width(strip) - Width(where) - 6;
    }

    private static List<Span> Where(SessionModel model, LessonModel lesson, bool small)
    {
        var run = lesson.Run;
        double rate = run.Scalar("lr") ?? run.Experiment.Optimizer.LearningRate;
        string of = run.LastUpdate < long.MaxValue ? $"/{run.LastUpdate.ToString(CultureInfo.InvariantCulture)}" : "";
        string epoch = small ? "" : $"{model.Say(SessionWords.Epoch)} {run.Epoch} · ";
        return [new($"η {Shown.Number(rate, model.View)}", Role.Weight), new($"  {epoch}{model.Say(SessionWords.Update)} {run.Now.Update}{of}", Role.Text)];
    }

    // batch ─ FORWARD ─ loss ─ …: capitals and brackets, so that colour is not the only sign.
    private static List<Span> Strip(SessionModel model, LessonModel lesson, bool small)
    {
        var phases = lesson.Run.Steps.Select(step => step.Phase).Distinct().ToList();
        var now = lesson.Run.Step?.Phase;
        var strip = new List<Span>();
        if (now is null) return [new Span(model.Say(SessionWords.Initial), Role.Active)];
        foreach (var (phase, name) in Phases)
        {
            if (!phases.Contains(phase)) continue;
            if (strip.Count > 0) strip.Add(new Span(small ? "─" : " ─ ", Role.Frame));
            string word = model.Say(name);
            if (phase == now) strip.Add(new Span($"[{word.ToUpperInvariant()}]", Role.Active));
            else strip.Add(new Span(small ? Short(word) : word, phase < now ? Role.Text : Role.Dim));
        }
        return strip;
    }

    private static string Short(string word) => word[0] < 0x80 ? word[..1] : word[..1];

    private static string Speed(AutoPlay auto) => Math.Pow(2, auto.Speed).ToString("0.#", CultureInfo.InvariantCulture);

    private static int Width(List<Span> spans) => spans.Sum(span => TextWidth.Of(span.Text));
}

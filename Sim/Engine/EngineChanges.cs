using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Core;
using Lessons;

namespace Sim;

/// <summary>Changes of the run: each makes a run of its own. Answers with what is wrong, or null.</summary>
internal sealed class EngineChanges(EngineLesson lesson)
{
    /// <summary>KEY VALUE or KEY=VALUE.</summary>
    public Phrase? Set(string text, CancellationToken cancellation)
    {
        int cut = text.IndexOf('=') is var equals && equals > 0 ? equals : text.IndexOf(' ');
        if (cut <= 0 || cut == text.Length - 1) return SessionWords.SetExpected;
        return Settings([$"{text[..cut].Trim()}={text[(cut + 1)..].Trim()}"], cancellation);
    }

    public Phrase? Settings(ImmutableArray<string> settings, CancellationToken cancellation) =>
        Start([.. lesson.Now.Settings, .. settings], Phrase.Same(string.Join(", ", settings.Select(setting => setting.Replace("=", " = ", StringComparison.Ordinal)))),
            lesson.Now.HasEdits, cancellation);

    /// <summary>
    /// One weight or bias. At the start it becomes the start weight; later, training begins anew from the weights of this moment with this one changed,
    /// because what an optimizer remembers belongs to the weights it saw.
    /// </summary>
    public (Phrase? Problem, Notice? Said) Weight(string name, ImmutableArray<int> index, string value, CancellationToken cancellation)
    {
        var typed = TypedNumber.Read(value);
        if (!typed.Ok) return (SessionWords.NotANumber.With(value), null);
        var run = lesson.Run;
        long update = run.Now.Update;
        string changed = string.Create(CultureInfo.InvariantCulture, $"{name}[{string.Join(',', index)}] = {typed.Value:R}");
        var view = RunView.Of(run.Timeline, LossRecord.Empty, run.Timeline.Program.Parameters.Select(parameter => parameter.Name).ToHashSet());
        var settings = Start(run.Experiment, view, name, index, typed.Value);
        var problem = Start([.. lesson.Now.Settings, .. settings], Phrase.Same(changed), hasEdits: true, cancellation, update == 0 ? null : Moment.Start);
        return problem is not null ? (problem, null) : (null, new Notice(update == 0 ? SessionWords.Forked.With(changed) : SessionWords.Restarted.With(changed, update)));
    }

    private Phrase? Start(ImmutableArray<string> settings, Phrase title, bool hasEdits, CancellationToken cancellation, Moment? at = null)
    {
        var start = LessonRuns.Start(lesson.Lesson, settings, lesson.Loader);
        if (start.Runs is not { } runs) return Phrase.Same(string.Join("\n", start.Problems.Select(problem => problem.ToString())));
        var now = lesson.Now;
        var titles = now.Title.IsEmpty ? title : new Phrase($"{now.Title.En}, {title.En}", $"{now.Title.Zh}，{title.Zh}");
        lesson.Branch(new Fork(runs, now.Variant, hasEdits ? now.Settings : settings, titles, hasEdits), cancellation);
        if (at == Moment.Start) lesson.Run.Timeline.SeekUpdate(0, cancellation);
        lesson.Compare(lesson.Before!.Run, lesson.Before.Title.IsEmpty ? SessionWords.BeforeChange : lesson.Before.Title, cancellation);
        return null;
    }

    private static IEnumerable<string> Start(Experiment experiment, RunView view, string name, ImmutableArray<int> index, double value)
    {
        int dense = 0;
        for (int k = 0; k < experiment.Layers.Count; k++)
        {
            if (experiment.Layers[k] is not DenseSettings) continue;
            string layer = $"layer{++dense}";
            foreach (var (part, field) in new[] { ("weight", "initialWeights"), ("bias", "initialBias") })
            {
                if (view.Find($"{layer}.{part}") is not { } tensor) continue;
                int? changed = tensor.Name == name ? tensor.Offset(index.AsSpan()) : null;
                if (view.Now.Update == 0 && changed is null) continue;
                yield return $"layers[{k}].{field}={Json(tensor, changed, value)}";
            }
        }
    }

    private static string Json(Tensor<float> tensor, int? changed, double value)
    {
        var text = new StringBuilder("[");
        int columns = tensor.Shape.Length == 2 ? tensor.Shape[1] : tensor.Values.Length;
        for (int k = 0; k < tensor.Values.Length; k++)
        {
            if (k > 0) text.Append(',');
            if (tensor.Shape.Length == 2 && k % columns == 0) text.Append('[');
            text.Append((k == changed ? value : tensor.Values[k]).ToString("R", CultureInfo.InvariantCulture));
            if (tensor.Shape.Length == 2 && k % columns == columns - 1) text.Append(']');
        }
        return text.Append(']').ToString();
    }
}

using System.Collections.Immutable;
using Core;

namespace Lessons;

/// <summary>Everything a scene names against the names of its run, before anything is run.</summary>
internal sealed class SceneNames(Scene scene, LessonRun run, Lesson lesson, Report report)
{
    public void All()
    {
        if (scene.At is { } at && at.Value.Check(run.Names) is { } position) report("position", position.At(at.Place));
        if (scene.Until is { } until && until.Value.CheckCondition(run.Names).Error is { } condition) report("position", condition.At(until.Place));
        if (scene.Focus is { } focus) Focus(focus, isNumber: false);
        Pictures();
        Spoken(scene.Text, scene.Notes);
        if (scene.Ask is { } ask) Ask(ask);
    }

    private void Pictures()
    {
        foreach (var parameter in scene.Path) Number(parameter);
        var shown = scene.Panels.Append(scene.Zoom).OfType<string>().ToHashSet();
        var inputs = run.Data.Train.Width;
        if (shown.Contains("boundary") && inputs != 2) Picture($"the picture boundary for {inputs} inputs", "a network of two inputs", "choose another picture");
        if (shown.Contains("fit") && (inputs != 1 || run.Data.Train.Targets.Width != 1))
            Picture($"the picture fit for {inputs} inputs and {run.Data.Train.Targets.Width} outputs", "a network of one input and one output", "choose another picture");
        if (shown.Contains("activation") && !run.Experiment.Layers.OfType<DenseSettings>().Any(layer => layer.Function.Kind is not (ActivationKind.Identity or ActivationKind.Softmax)))
            Picture("the picture activation without an activation", "a layer with an activation that works unit by unit", "choose another picture");
        if (shown.Contains("compare") && scene.Compare is null) Picture("the picture compare without \"compare\"", "the id of a variant in \"compare\"", null);
        if (shown.Contains("path") && scene.Path.IsEmpty && !run.Timeline.Program.Parameters.Any())
            Picture("the picture path without a parameter", "a network that learns", "choose another picture");
        if (shown.Contains("confusion") && run.Data.Train.Targets is { Kind: TargetKind.Numbers, IsBinary: false, Width: 1 }) Picture("the picture confusion of numbers", "targets that are classes", "choose another picture");
        if (shown.Contains("sample") && run.Experiment.Data.Source is not TextSettings) Picture("the picture sample of data that is no text", "data of type text", "choose another picture");
        if (scene.Sweep is { } sweep) Sweep(sweep);
        if (shown.Contains("figure") && scene.Figures.IsEmpty) Picture("the picture figure without \"figures\"", "what it shows in \"figures\"", "define it");
        foreach (var figure in scene.Figures)
        {
            Spoken(FigureExpressions.Texts(figure));
            foreach (var (expression, variable) in FigureExpressions.Of(figure))
                if (expression.Value.Check(variable is null ? run.Names : new NamesWith(run.Names, variable)).Error is { } error) report("expression", error.At(expression.Place));
        }
    }

    private void Sweep(Sweep sweep)
    {
        foreach (var show in sweep.Shows) Number(show);
        var problems = new Problems();
        if (run.Sweep(sweep, problems) is null)
            report("picture", new(sweep.Place, $"a sweep over {sweep.Over.Over}{(sweep.By is { } by ? $" by {by.Over}" : "")}", "fields and values the experiment can have", problems[0].ToString()));
    }

    private void Ask(Question ask)
    {
        Spoken([ask.Prompt, ask.Explain, .. ask.Hints]);
        switch (ask)
        {
            case ChoiceQuestion choice:
                foreach (var one in choice.Choices)
                {
                    Spoken(one.Text, one.Feedback);
                    if (one.Right.Value.CheckCondition(run.Names).Error is { } error) report("expression", error.At(one.Right.Place));
                }
                break;
            case NumberQuestion number:
                Number(number.Answer);
                Slips(number.Slips);
                break;
            case PredictQuestion predict:
                Focus(predict.Value, isNumber: true);
                Slips(predict.Slips);
                break;
        }
    }

    private void Slips(ImmutableArray<Slip> slips)
    {
        foreach (var slip in slips)
        {
            Number(slip.Value);
            Spoken(slip.Feedback);
        }
    }

    private void Focus(Focus focus, bool isNumber)
    {
        if (!run.Names.TryShape(focus.Step, out var shape) || !run.IsWritten(focus.Step))
        {
            report("focus", new(focus.Place, $"the value {focus.Step}", "the name of a value of this run", Nearest.Advice(focus.Step, [.. run.Names.Names])));
            return;
        }
        var isElement = focus.Index.Length == shape.Length && focus.Index.Zip(shape).All(pair => pair.Second < 0 || pair.First < pair.Second);
        if (isElement || (!isNumber && focus.Index.IsEmpty)) return;
        report("focus", new(focus.Place, focus.Index.IsEmpty ? $"{focus.Step} as a whole" : $"{focus.Step}[{string.Join(',', focus.Index)}]",
            shape.IsEmpty ? $"no index, for {focus.Step} is one number" : $"an element of {focus.Step}, shape {Tensor.Show(shape)}; indices count from 0"));
    }

    private void Number(Placed<Expression> expression)
    {
        if (expression.Value.CheckNumber(run.Names).Error is { } error) report("expression", error.At(expression.Place));
    }

    // Both languages make the same mistake most of the time: it is told once.
    private void Spoken(params IEnumerable<Text> texts)
    {
        foreach (var text in texts)
            foreach (var language in new[] { Language.English, Language.Chinese })
                if (InterpolatedText.Parse(text.Of(language)) is { Ok: true } parsed && parsed.Value.Check(run.Names) is [var error, ..])
                {
                    report("expression", error.At(text.Place ?? scene.Place));
                    break;
                }
    }

    private void Picture(string given, string expected, string? fix) => report("picture", new(scene.Place, given, expected, fix ?? $"variants of {lesson.Id}: {string.Join(", ", run.Names.Variants)}"));
}

using Lessons;

namespace Sim;

/// <summary>Turns <c>until EXPR</c> into the update at whose end the condition first holds.</summary>
internal static class ConditionSearch
{
    /// <summary>The position as an update; others stay as they are.</summary>
    /// <exception cref="RequestException">The condition is wrong, or never holds.</exception>
    public static Position Resolve(OpenedExperiment opened, Position position, CancellationToken cancellation)
    {
        if (position is not UntilPosition) return position;
        var run = LessonRuns.Start(LessonOf(opened), loader: opened.Loader).Runs!.Of(null);
        if (position.Check(run.Names) is { } wrong) throw new RequestException($"--at {position}: the condition does not fit this run\n{OpenedExperiment.Indented(wrong.ToString())}");
        var arrival = run.Go(position, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return arrival.Ok ? new UpdatePosition(arrival.At.Update) : throw new RequestException($"--at {position}: {arrival.Message}; expected a condition that holds at the end of some update.");
    }

    // A lesson of nothing but the experiment, so that conditions are evaluated as lessons evaluate them.
    private static Lesson LessonOf(OpenedExperiment opened) => new()
    {
        Id = "experiment",
        Title = Lessons.Text.None,
        Summary = Lessons.Text.None,
        Minutes = 1,
        Source = opened.Experiment.Source!,
        Experiment = opened.Experiment,
        Scenes = [],
        Takeaway = Lessons.Text.None,
        Place = new(0, 0, ""),
    };
}

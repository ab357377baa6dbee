using System.Globalization;

namespace Sim;

/// <summary>What came of checking a script: one sentence for each failure, and a summary.</summary>
internal sealed record ScriptReport(IReadOnlyList<string> Failures, string Summary);

/// <summary>Plays a script without a screen and compares what it shows with what was expected and accepted.</summary>
internal sealed class ScriptExaminer(ScriptPlayer player, ScriptGoldens goldens)
{
    private readonly List<string> _failures = [];
    private int _expectations, _snapshots, _written;

    /// <summary>Plays the script; with <paramref name="update"/> what it shows is accepted.</summary>
    public ScriptReport Run(Script script, bool update, CancellationToken cancellation)
    {
        var end = TimeSpan.Zero;
        bool isWhole = false;
        foreach (var happened in player.Play(script, cancellation))
        {
            end = happened.At;
            switch (happened)
            {
                case ExpectationChecked expectation: Expected(expectation); break;
                case SnapshotTaken taken when update: Accept(taken); break;
                case SnapshotTaken taken: Compare(taken); break;
                case CommandFailed failed: Fail(failed.Command, failed.Message + (failed.Command == script.Commands[^1] ? "" : "\nThe commands after it were not played.")); break;
                case ScriptEnded: isWhole = true; break;
            }
        }
        if (isWhole) Stale(script, update);
        return new(_failures, Summary(script, end));
    }

    private void Expected(ExpectationChecked expectation)
    {
        _expectations++;
        if (!expectation.Holds) Fail(expectation.Command, $"it does not hold: {expectation.Found}");
    }

    private void Accept(SnapshotTaken taken)
    {
        _snapshots++;
        string now = GridText.Of(taken.Frame.DrawSession());
        if (goldens.Read(taken.Name) == now) return;
        goldens.Write(taken.Name, now);
        _written++;
    }

    private void Compare(SnapshotTaken taken)
    {
        _snapshots++;
        string now = GridText.Of(taken.Frame.DrawSession());
        string path = goldens.PathOf(taken.Name);
        if (goldens.Read(taken.Name) is not { } accepted) Fail(taken.Command, $"{path} is missing; look at the screen and accept it with --update");
        else if (accepted != now) Fail(taken.Command, $"the screen is not as accepted in {path} (- accepted, + now); if it should be, use --update\n{string.Join('\n', TextDifference.Of(accepted, now))}");
    }

    private void Stale(Script script, bool update)
    {
        foreach (string file in goldens.Stale(script.Snapshots))
        {
            if (update) goldens.Delete(file);
            else _failures.Add($"{file} belongs to no snapshot of the script; remove it, or use --update");
            if (update) _written++;
        }
    }

    private void Fail(ScriptCommand command, string message) =>
        _failures.Add($"line {command.Line.ToString(CultureInfo.InvariantCulture)}: {command}\n{OpenedExperiment.Indented(message)}");

    private string Summary(Script script, TimeSpan end) => string.Create(CultureInfo.InvariantCulture,
        $"{script.Commands.Length} commands, {(int)end.TotalMinutes}:{end.Seconds:00}, {_expectations} expectations, {_snapshots} snapshots{(_written > 0 ? $", {_written} files updated" : "")}");
}

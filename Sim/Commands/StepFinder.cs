using System.Numerics;
using Core;
using Lessons;

namespace Sim;

/// <summary>Finds the step that last wrote a value at or before a moment.</summary>
internal sealed class StepFinder<T>(TrainingProgram<T> program, IReadOnlyCollection<string> names, CancellationToken cancellation)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The step, or nothing if the value still is what it was before the first update.</summary>
    /// <exception cref="RequestException">The run has no such moment, or does not write the value there.</exception>
    public Step<T>? Find(Position position, string value)
    {
        var (update, name) = Place(position);
        var timeline = new Timeline<T>(program);
        if (update == 0) return null;
        Step<T>? found = null;
        var isBeyond = false;
        var writesLater = false;
        foreach (var step in Trace.Steps(timeline, update, 1, cancellation))
        {
            if (step.Name == value) (found, writesLater) = isBeyond ? (found, true) : (step, writesLater);
            isBeyond |= step.Name == name;
        }

        var reached = timeline.Now.Update;
        if (reached < update)
        {
            if (position is not EndPosition) throw new RequestException($"{position}: the run ends after update {reached}; expected a moment up to there.");
            return Find(new UpdatePosition(reached), value);
        }

        if (name is not null && !isBeyond) throw new RequestException($"{position}: update {update} does not write {name}; it is written at the end of epochs. Use epoch E or end.");
        if (found is not null) return found;
        if (writesLater) return Find(new UpdatePosition(update - 1), value);
        throw new RequestException($"{position}: update {update} does not write {value}; it is written at the end of epochs or of the run. Use --at \"epoch E\" or --at end.");
    }

    private (long Update, string? Name) Place(Position position)
    {
        switch (position)
        {
            case UpdatePosition at:
                return (Within(at.Update, position), null);
            case ValuePosition at when names.Contains(at.Name):
                return (Within(at.Update, position), at.Name);
            case ValuePosition at:
                throw new RequestException($"{position}: this run has no value {at.Name}{(Nearest.Of(at.Name, names) is { } near ? $"; did you mean {near}?" : "")}\n{OpenedExperiment.Indented("possible here: " + string.Join(", ", names))}");
            case EpochPosition at:
                return (EndOf(at.Epoch), null);
            case EndPosition:
                return (program.LastUpdate, null);
            default:
                throw new RequestException($"{position}: no such moment; expected 0, an update K, K:NAME, epoch E, end or until EXPR.");
        }
    }

    private long Within(long update, Position position) => update <= program.LastUpdate
        ? update
        : throw new RequestException($"{position}: the run has {program.LastUpdate} updates; expected one of them. Give a longer run with --set length.updates={update}.");

    // The epoch grows with the update: the last update whose epoch is not beyond the one wanted.
    private long EndOf(long epoch)
    {
        long low = 0, high = program.LastUpdate;
        while (low < high)
        {
            var middle = low + (high - low + 1) / 2;
            program.Place(middle);
            if (program.Run.Epoch <= epoch) low = middle;
            else high = middle - 1;
        }

        program.Place(low);
        return low > 0 && program.Run.Epoch == epoch && program.Run.EndsEpoch
            ? low
            : throw new RequestException($"epoch {epoch}: the run ends in epoch {program.Run.Epoch}, after update {low}; expected an epoch that it finishes.");
    }
}

using Core;

namespace Lessons;

/// <summary>
/// Looks for the steps at which a condition begins to hold: it holds just after the step and did not just before it. On runs of its own; the visible
/// one is not moved.
/// </summary>
internal sealed class BreakSearch
{
    private const long WalkMemory = 16L << 20;

    private readonly RunSource source;
    private readonly Expression condition;
    private readonly Timeline<float> walk;
    private readonly MomentValues values;
    private readonly (bool AtEndsOnly, bool ReadsSteps, bool MayPass) traits;

    public BreakSearch(RunSource source, Expression condition)
    {
        (this.source, this.condition) = (source, condition);
        walk = new Timeline<float>(source.NewProgram(), WalkMemory);
        values = new MomentValues(source, walk);
        traits = Traits(source, condition);
    }

    /// <summary>The first beginning after a moment, up to the end of an update.</summary>
    public Moment? Next(Moment from, long last, Action<long>? progress)
    {
        if (from.Update > 0 && Beginning(from.Update, last: false, at => at.CompareTo(from) > 0) is { } here) return here;
        return Candidates(from.Update + 1, last, progress).Select(update => Beginning(update, last: false, _ => true)).FirstOrDefault(at => at is not null);
    }

    /// <summary>The last beginning before a moment; the start counts as one if the condition holds there.</summary>
    public Moment? Previous(Moment from, Action<long>? progress)
    {
        if (from.Update > 0 && Beginning(from.Update, last: true, at => at.CompareTo(from) < 0) is { } here) return here;
        foreach (var update in Candidates(1, from.Update - 1, progress).Reverse())
            if (Beginning(update, last: true, _ => true) is { } there) return there;
        if (from == Moment.Start) return null;
        walk.SeekUpdate(0);
        return Holds() ? Moment.Start : null;
    }

    // Updates in which it may begin. What an update has written stays until its end, so a condition on it that held anywhere in the update holds there.
    private IEnumerable<long> Candidates(long from, long to, Action<long>? progress)
    {
        to = Math.Min(to, source.LastUpdate);
        if (traits.MayPass) return Every(from, to, progress);
        return AtEnds(from, to, progress);
    }

    private IEnumerable<long> Every(long from, long to, Action<long>? progress)
    {
        for (var update = from; update <= to && source.Has(update); update++)
        {
            if (update % 256 == 0) progress?.Invoke(update);
            yield return update;
        }
    }

    private IEnumerable<long> AtEnds(long from, long to, Action<long>? progress)
    {
        var search = new Search(source, condition);
        var held = from - 1;
        var heldBefore = false;
        if (!traits.ReadsSteps)
        {
            walk.Stand(new Moment(held, MomentValues.End), source.Family.Cancellation);
            heldBefore = Holds();
        }
        while (from <= to)
        {
            var (found, _, error) = search.First(from, to, progress);
            if (error is not null) throw new TextException(error);
            if (found is not { } update) yield break;
            // A condition on weights alone that held before has not begun here.
            if (traits.ReadsSteps || !(heldBefore && update == held + 1)) yield return update;
            (held, heldBefore, from) = (update, true, update + 1);
        }
    }

    private Moment? Beginning(long update, bool last, Func<Moment, bool> isWanted)
    {
        walk.Stand(new Moment(update - 1, MomentValues.End), source.Family.Cancellation);
        if (walk.Now.Update != update - 1) return null;
        var held = Holds();
        Moment? found = null;
        while (walk.StepForward() && walk.Now.Update == update)
        {
            source.Family.Cancellation.ThrowIfCancellationRequested();
            if (!traits.AtEndsOnly || walk.IsAtUpdateEnd)
            {
                var holds = Holds();
                if (holds && !held && isWanted(walk.Now))
                {
                    if (!last) return walk.Now;
                    found = walk.Now;
                }
                held = holds;
            }
            if (walk.IsAtUpdateEnd) break;
        }
        return found;
    }

    private bool Holds()
    {
        var holds = condition.Holds(values);
        if (holds.Error is { NotYet: false } error) throw new TextException(error);
        return holds.Ok && holds.Value;
    }

    // Several parameters, or one beside values of steps, change at different steps: such a condition may hold for some steps only.
    private static (bool AtEndsOnly, bool ReadsSteps, bool MayPass) Traits(RunSource source, Expression condition)
    {
        var names = Watched.By(condition).Names;
        var wholeState = names.Overlaps(Expression.TheoryNames) || ReadsUnits(condition.Root);
        var parameters = names.Count(source.Names.IsParameter);
        var readsSteps = names.Any(name => source.Names.TryShape(name, out _) && !source.Names.IsParameter(name));
        return (wholeState, readsSteps, !wholeState && (parameters > 1 || parameters == 1 && readsSteps));
    }

    private static bool ReadsUnits(Syntax syntax) => syntax switch
    {
        UnitsSyntax => true,
        IndexSyntax index => ReadsUnits(index.Of) || index.Indices.Any(ReadsUnits),
        UnarySyntax unary => ReadsUnits(unary.Of),
        BinarySyntax binary => ReadsUnits(binary.Left) || ReadsUnits(binary.Right),
        CallSyntax call => call.Arguments.Any(ReadsUnits),
        PreviousSyntax previous => ReadsUnits(previous.Of),
        AtSyntax at => ReadsUnits(at.Of),
        VariantSyntax variant => ReadsUnits(variant.Of),
        _ => false,
    };
}

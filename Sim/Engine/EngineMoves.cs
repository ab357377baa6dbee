using System.Collections.Immutable;
using Lessons;

namespace Sim;

/// <summary>Moves of the open lesson; each ends with what is to be said.</summary>
internal sealed class EngineMoves(EngineLesson lesson)
{
    private LessonRun Run => lesson.Run;

    public Notice? By(Ladder ladder, long count, CancellationToken cancellation)
    {
        bool moved = Run.MoveBy(ladder, (int)Math.Clamp(count, -int.MaxValue, int.MaxValue), cancellation);
        lesson.Follow(cancellation);
        if (moved) return null;
        return cancellation.IsCancellationRequested ? Cancelled() : new Notice(count > 0 ? SessionWords.RunEnded : SessionWords.RunBegins);
    }

    /// <summary>To a position, or to an address of this lesson.</summary>
    public SessionMessage? To(string text, CancellationToken cancellation, Func<Notice?, SessionMessage> moved)
    {
        var position = Position.Parse(text);
        if (position.Ok)
        {
            if (position.Value.Check(Run.Names) is { } wrong) return new PromptRefused(Phrase.Same(wrong.Message));
            return Arrived(Run.Go(position.Value, cancellation, progress: Progress), cancellation, moved);
        }
        var address = Address.Parse(text);
        if (!address.Ok || address.Value.Lesson != lesson.Address.Lesson) return new PromptRefused(Phrase.Same(position.Error.Message));
        if (address.Value.Variant != lesson.Now.Variant)
        {
            if (address.Value.Variant is { } id && lesson.Lesson.Variant(id) is null) return new PromptRefused(Phrase.Same($"no variant {id}"));
            lesson.ShowVariant(address.Value.Variant, cancellation);
        }
        if (!address.Value.Settings.IsEmpty)
        {
            if (new EngineChanges(lesson).Settings([.. address.Value.Settings.Select(pair => $"{pair.Key}={pair.Value}")], cancellation) is { } problem) return new PromptRefused(problem);
        }
        return address.Value.At is { } at ? Arrived(Run.Go(at, cancellation, progress: Progress), cancellation, moved) : moved(null);
    }

    public SessionMessage Until(string text, CancellationToken cancellation, Func<Notice?, SessionMessage> moved)
    {
        if (Condition(text) is not { } condition) return new PromptRefused(Phrase.Same(WhyNot(text)));
        return Arrived(Run.Continue(condition, cancellation, progress: Progress), cancellation, moved);
    }

    /// <summary>To the nearest step, ahead or behind, at which one of the conditions begins to hold.</summary>
    public SessionMessage ToBreak(ImmutableArray<string> conditions, bool back, CancellationToken cancellation, Func<Notice?, bool, SessionMessage> moved)
    {
        var parsed = new List<Expression>();
        foreach (string text in conditions)
        {
            // A breakpoint of another variant may name what this run does not have.
            if (Condition(text) is not { } condition) return new PromptRefused(Phrase.Same(WhyNot(text)));
            parsed.Add(condition);
        }
        var (arrival, met) = Run.ToBreak(parsed, back, cancellation, Progress);
        lesson.Follow(cancellation);
        return moved(arrival.Kind switch
        {
            ArrivalKind.Arrived => new Notice(SessionWords.BreakReached.With(conditions[met])),
            ArrivalKind.Cancelled => Cancelled(),
            ArrivalKind.Wrong => new Notice(Phrase.Same(arrival.Message), true),
            _ => new Notice(back ? SessionWords.BreakNotFoundBack : SessionWords.BreakNotFound),
        }, arrival.Ok);
    }

    /// <summary>One step; afterwards the first condition that holds now and did not before, or null.</summary>
    public string? PlayOn(ImmutableArray<string> conditions, CancellationToken cancellation)
    {
        ImmutableArray<string> open = [.. conditions.Where(condition => Met([condition]) is null)];
        Run.MoveBy(Ladder.Operation, 1, cancellation);
        lesson.Follow(cancellation);
        return Met(open);
    }

    /// <summary>The first condition that holds here; one that speaks of values not written yet does not.</summary>
    public string? Met(ImmutableArray<string> conditions) =>
        conditions.FirstOrDefault(text => Condition(text) is { } condition && condition.Holds(Run.Values) is { Ok: true, Value: true });

    /// <summary>Why a text is no condition on this run, or null.</summary>
    public string? Refused(string text) => Condition(text) is null ? WhyNot(text) : null;

    /// <summary>To where an operand of the chosen number was written, and the element to look at there.</summary>
    public (Selection? Element, Notice? Said) Follow(Selection from, RunView view, ViewSettings settings, CancellationToken cancellation)
    {
        var data = StepPaneData.From(view, from.Index, settings);
        if (data.Origins.IsEmpty) return (null, new Notice(SessionWords.NothingToFollow));
        var origin = data.Origins[Math.Clamp(from.Term, 0, data.Origins.Length - 1)];
        if (!origin.CanFollow)
            return (null, new Notice((origin.Name.StartsWith("batch.", StringComparison.Ordinal) ? SessionWords.GivenValue : SessionWords.StartValue).With(origin.Name)));
        if (!Run.Timeline.Seek(origin.Update, origin.Name, cancellation)) return (null, new Notice(SessionWords.StartValue.With(origin.Name)));
        lesson.Follow(cancellation);
        return (new Selection(origin.Element), null);
    }

    /// <summary>Told how far a search is.</summary>
    public Action<long>? Progress { get; set; }

    private SessionMessage Arrived(Arrival arrival, CancellationToken cancellation, Func<Notice?, SessionMessage> moved)
    {
        lesson.Follow(cancellation);
        return arrival.Kind switch
        {
            ArrivalKind.Arrived => moved(null),
            ArrivalKind.Cancelled => moved(Cancelled()),
            _ => moved(new Notice(Phrase.Same(arrival.Message), true)),
        };
    }

    private Notice Cancelled() => new(SessionWords.Cancelled.With(Run.Now.Update));

    private Expression? Condition(string text) =>
        Expression.Parse(text) is { Ok: true } parsed && parsed.Value.CheckCondition(Run.Names).Ok ? parsed.Value : null;

    private string WhyNot(string text)
    {
        var parsed = Expression.Parse(text);
        var error = parsed.Ok ? parsed.Value.CheckCondition(Run.Names).Error : parsed.Error;
        return error is null ? "" : $"{error.Where}: {error.Message}";
    }
}

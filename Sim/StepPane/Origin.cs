using System.Collections.Immutable;
using Core;

namespace Sim;

internal enum OriginKind
{
    /// <summary>Written by a step of this update.</summary>
    ThisUpdate,

    /// <summary>Written by a step of an earlier update (or still from the start, if that is update 0).</summary>
    EarlierUpdate,

    /// <summary>Given: data, start weights, settings.</summary>
    Given,
}

/// <summary>Where a value comes from.</summary>
/// <param name="Kind">Whether there is a step to go to.</param>
/// <param name="Update">Its update.</param>
/// <param name="Name">The step's name.</param>
/// <param name="Element">The element of what it wrote.</param>
internal sealed record Origin(OriginKind Kind, long Update, string Name, ImmutableArray<int> Element)
{
    /// <summary>Whether the session can go there.</summary>
    public bool CanFollow => Kind != OriginKind.Given;

    /// <summary>
    /// The step that wrote an operand of the current step: earlier in this update, or, for what is carried from update to update
    /// (weights, optimizer state), in the update before.
    /// </summary>
    public static Origin Of(RunView view, string name, ImmutableArray<int> element)
    {
        string writer = name == "batch.y.one_hot" ? "batch.y" : name;
        var step = view.Steps.FirstOrDefault(info => info.Name == writer);
        if (step is null) return new Origin(OriginKind.Given, 0, name, element);
        // What is read before it is shown as a step of its own (outputs of an evaluation) belongs to this update too.
        bool isCarried = view.Before.ContainsKey(name) || name.Contains(".state.", StringComparison.Ordinal);
        if (!isCarried || step.Number < view.Step?.Number)
            return new Origin(OriginKind.ThisUpdate, view.Now.Update, writer, writer == name ? element : [.. element.Take(1)]);
        return view.Now.Update > 1 ? new Origin(OriginKind.EarlierUpdate, view.Now.Update - 1, writer, element) : new Origin(OriginKind.Given, 0, name, element);
    }
}

/// <summary>A place that following origins has left.</summary>
internal sealed record TrailPlace(Moment Moment, ImmutableArray<int> Element, int Operand);

/// <summary>The way back: every "where from" pushes the place it left.</summary>
internal sealed record OriginTrail(ImmutableStack<TrailPlace> Places)
{
    public static readonly OriginTrail Empty = new([]);

    public bool IsEmpty => Places.IsEmpty;

    public int Depth => Places.Count();

    public OriginTrail Push(TrailPlace place) => new(Places.Push(place));

    /// <summary>The last place left and the trail before it; null when there is none.</summary>
    public (TrailPlace Place, OriginTrail Before)? Pop() => IsEmpty ? null : (Places.Peek(), new OriginTrail(Places.Pop()));
}

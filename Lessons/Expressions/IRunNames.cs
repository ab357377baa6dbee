using System.Collections.Immutable;

namespace Lessons;

/// <summary>What an expression may speak of in a run: enough to check it before anything is trained.</summary>
public interface IRunNames
{
    /// <summary>Every value name of the run, e.g. <c>layer1.weight</c>, in the order a learner meets them.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The layers that <c>dead</c> and <c>saturated</c> count units of.</summary>
    IEnumerable<string> Layers { get; }

    /// <summary>The variants that <c>variant(name, x)</c> reaches.</summary>
    IEnumerable<string> Variants { get; }

    /// <summary>The shape of a value; −1 for a length that changes during the run, such as the rows of a last, smaller batch.</summary>
    bool TryShape(string name, out ImmutableArray<int> shape);

    /// <summary>The names of a variant, or null if there is none of that name.</summary>
    IRunNames? Variant(string name);
}

/// <summary>A run at one moment, as expressions see it: exact values, never rounded text.</summary>
public interface IRunValues
{
    /// <summary>What may be asked for.</summary>
    IRunNames Names { get; }

    /// <summary>The update in progress or just finished; 0 before the first.</summary>
    long Update { get; }

    /// <summary>The epoch that <see cref="Update"/> belongs to; 0 before the first update.</summary>
    long Epoch { get; }

    /// <summary>The value at this moment; false if it is not written (yet).</summary>
    bool TryGet(string name, out Tensor value);

    /// <summary>The same run just after an update (0 = initial state), or null outside the run.</summary>
    IRunValues? At(long update);

    /// <summary>A variant of the lesson at the same moment, or null.</summary>
    IRunValues? Variant(string name);

    /// <summary>
    /// A single number after every finished update from 0 to now, nan where it has none; null if that are more than <see cref="LongestHistory"/>.
    /// </summary>
    /// <param name="of">What is asked, as a tree: one that was asked before may be remembered.</param>
    /// <param name="value">Its value at a moment.</param>
    ImmutableArray<double>? History(Syntax of, Func<IRunValues, double> value);

    /// <summary>Updates that <see cref="History"/> looks back over at most.</summary>
    public const int LongestHistory = 100_000;

    /// <summary>One of <see cref="Expression.TheoryNames"/>: a number or a row; null if theory has no such value for this run.</summary>
    Tensor? Theory(string name);

    /// <summary>
    /// Shape <c>[units]</c>: for each unit of the layer the largest |f′| over all training rows at the current weights (NaN if one is NaN).
    /// A unit is dead if it is exactly 0, saturated if it is below 0.01. Null if the layer has no activation.
    /// </summary>
    Tensor? LargestSlopes(string layer);
}

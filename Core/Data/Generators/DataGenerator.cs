using System.Collections.Immutable;

namespace Core;

/// <summary>
/// Makes a data set by a formula: a function of (seed, rows) and the generator's own parameters, which are its properties.
/// The same arguments give the same bits on every machine, and row i does not depend on how many rows there are unless the formula says so.
/// </summary>
public abstract record DataGenerator
{
    /// <summary>Makes the data.</summary>
    /// <param name="seed">Which of the possible data sets.</param>
    /// <param name="rows">How many samples.</param>
    /// <exception cref="BadDataException">When a parameter or the number of rows is out of its range, with every such problem.</exception>
    public DataSet Make(ulong seed, int rows)
    {
        var problems = new DataProblems();
        problems.Require(rows >= 1, "rows", rows, "at least 1", "ask for more rows");
        Check(problems, rows);
        if (!problems.Any)
            problems.Require(rows * SampleWidth <= DataSetCheck.MostValues, "rows", rows,
                $"at most {Shown.Value(Math.Floor(DataSetCheck.MostValues / SampleWidth))} of this width", "ask for fewer rows");
        problems.ThrowIfAny();
        return Build(seed, rows);
    }

    private protected abstract DataSet Build(ulong seed, int rows);

    /// <summary>Values in one sample; a floating number, because a wrong shape may be of any size.</summary>
    private protected abstract double SampleWidth { get; }

    private protected abstract void Check(DataProblems problems, int rows);

    private protected static void RequireFinite(DataProblems problems, string name, double value) =>
        problems.Require(double.IsFinite(value), name, value, "a finite number", "correct it");

    private protected static void RequireAtLeast(DataProblems problems, string name, double value, double least) =>
        problems.Require(double.IsFinite(value) && value >= least, name, value, $"a finite number, at least {Shown.Value(least)}",
            "correct it");

    private protected static void RequireKnown<E>(DataProblems problems, string name, E value) where E : struct, Enum =>
        problems.Require(Enum.IsDefined(value), name, value.ToString(), string.Join(" or ", Enum.GetNames<E>()), "choose one of these");
}

/// <summary>How the two classes of a generator are written down.</summary>
public enum BinaryLabels
{
    /// <summary>Numbers [n, 1]: 0 and 1 (for a sigmoid output).</summary>
    ZeroOne,

    /// <summary>Numbers [n, 1]: −1 and +1 (for a tanh output).</summary>
    PlusMinus,

    /// <summary>Class numbers 0 and 1 of 2 (for a softmax over two outputs).</summary>
    Classes,
}

/// <summary>Generators of points in the plane with two classes.</summary>
public abstract record PlaneGenerator : DataGenerator
{
    private protected static readonly ImmutableArray<string> XY = ["x", "y"];

    /// <summary>How the classes are written down.</summary>
    public BinaryLabels Labels { get; init; } = BinaryLabels.ZeroOne;

    private protected override double SampleWidth => 2;

    private protected override void Check(DataProblems problems, int rows) => RequireKnown(problems, "labels", Labels);

    private protected DataSet Points(double[] inputs, bool[] positive) => DataSet.Create(inputs, [2], Encode(positive, Labels), XY);

    internal static Targets Encode(bool[] positive, BinaryLabels labels) => labels switch
    {
        BinaryLabels.Classes => Targets.Classes([.. positive.Select(yes => yes ? 1 : 0)], 2),
        BinaryLabels.PlusMinus => Targets.Numbers([.. positive.Select(yes => yes ? 1.0 : -1.0)]),
        _ => Targets.Numbers([.. positive.Select(yes => yes ? 1.0 : 0.0)]),
    };
}

using System.Collections.Immutable;

namespace Lessons;

/// <summary>Evaluates in double on the exact values of a run at one moment.</summary>
internal sealed class Evaluator(string source)
{
    private const double SaturatedBelow = 0.01;

    private readonly TypeRules rules = new(source);
    private readonly Checker checker = new(source);

    public ExpressionValue Evaluate(Syntax syntax, IRunValues run) => syntax switch
    {
        NumberSyntax number => ExpressionValue.Of(number.Value),
        TruthSyntax truth => ExpressionValue.Of(truth.Value),
        NameSyntax name => new(ElementKind.Number, Name(name, run)),
        IndexSyntax index => Index(index, run),
        UnarySyntax unary => Unary(unary, Evaluate(unary.Of, run)),
        BinarySyntax binary => Binary(binary, run),
        ListSyntax list => List(list, [.. list.Items.Select(item => Evaluate(item, run))]),
        CallSyntax { Function: "if" } choice => Choice(choice, run),
        CallSyntax call => Call(call, [.. call.Arguments.Select(argument => Evaluate(argument, run))]),
        UnitsSyntax units => ExpressionValue.Of(Units(units, run)),
        PreviousSyntax previous => Evaluate(previous.Of, Moment(run, run.Update - 1, previous.Place)),
        HistorySyntax history => History(history, run),
        AtSyntax at => Evaluate(at.Of, Moment(run, Update(at, run), at.Update.Place)),
        VariantSyntax variant => Evaluate(variant.Of, run.Variant(variant.Variant.Name) ?? throw checker.NoVariant(variant, run.Names)),
        _ => throw new InvalidOperationException(syntax.GetType().Name),
    };

    public void NeedSingle(ElementKind kind, ExpressionValue value, Place place) => rules.NeedSingle(kind, value.Type, "here", place);

    private Tensor Name(NameSyntax name, IRunValues run)
    {
        if (name.Name == "update") return Tensor.Of(run.Update);
        if (name.Name == "epoch") return Tensor.Of(run.Epoch);
        if (Expression.TheoryNames.Contains(name.Name))
            return run.Theory(name.Name) ?? throw rules.Wrong($"theory gives no `{name.Name}` for this run", name.Place);
        if (run.TryGet(name.Name, out var value)) return value;
        throw run.Names.TryShape(name.Name, out _)
            ? rules.Wrong($"`{name.Name}` has no value at this moment of update {run.Update}", name.Place, notYet: true)
            : checker.Unknown(name, run.Names);
    }

    private ExpressionValue Index(IndexSyntax index, IRunValues run)
    {
        var of = Evaluate(index.Of, run);
        rules.Index(index, of.Type);
        var (part, shape) = (of.Tensor, ImmutableArray.CreateBuilder<int>());
        for (var axis = 0; axis < index.Indices.Length; axis++)
        {
            var (from, to) = OnAxis(index, of.Tensor.Shape, axis, run);
            part = part.Slice(axis, from, to);
            if (index.Indices[axis] is SliceSyntax) shape.Add(to - from);
        }
        return new(of.Kind, new([.. shape, .. of.Tensor.Shape[index.Indices.Length..]], part.Values));
    }

    private (int From, int To) OnAxis(IndexSyntax index, ImmutableArray<int> shape, int axis, IRunValues run)
    {
        if (index.Indices[axis] is SliceSyntax slice)
            return rules.SliceOn(index, shape, axis, slice.From is null ? 0 : Number(slice.From, run), slice.To is null ? shape[axis] : Number(slice.To, run));
        var place = rules.IndexOn(index, shape, axis, Number(index.Indices[axis], run));
        return (place, place + 1);
    }

    private double Number(Syntax index, IRunValues run)
    {
        var value = Evaluate(index, run);
        rules.NeedSingle(ElementKind.Number, value.Type, "as an index", index.Place);
        return value.Tensor.Values[0];
    }

    private ExpressionValue List(ListSyntax list, ImmutableArray<ExpressionValue> items)
    {
        var type = rules.List(list, [.. items.Select(item => item.Type)]);
        return new(type.Kind, new(type.Shape, [.. items.SelectMany(item => item.Tensor.Values)]));
    }

    // A single condition decides alone, so that the other side need not exist at this moment.
    private ExpressionValue Choice(CallSyntax choice, IRunValues run)
    {
        var condition = Evaluate(choice.Arguments[0], run);
        rules.Need(ElementKind.Bool, condition.Type, "in `if`", choice.Arguments[0].Place);
        return condition.Tensor.IsSingle
            ? Evaluate(choice.Arguments[condition.Tensor.Values[0] != 0 ? 1 : 2], run)
            : Call(choice, [condition, Evaluate(choice.Arguments[1], run), Evaluate(choice.Arguments[2], run)]);
    }

    private ExpressionValue History(HistorySyntax history, IRunValues run)
    {
        var values = run.History(history.Of, moment => Known(history, moment)) ?? throw rules.Wrong(
            $"`{history.Function}` looks back over at most {IRunValues.LongestHistory} updates, this is update {run.Update}; ask earlier, or for at(x, update)", history.Place);
        return history.Function == "history"
            ? new(ElementKind.Number, new([values.Length], values))
            : ExpressionValue.Of(values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Min());
    }

    // nan where it is not written.
    private double Known(HistorySyntax history, IRunValues moment)
    {
        try
        {
            var value = Evaluate(history.Of, moment);
            rules.NeedSingle(ElementKind.Number, value.Type, $"in `{history.Function}`", history.Of.Place);
            return value.Tensor.Values[0];
        }
        catch (TextException missing) when (missing.Error.NotYet) { return double.NaN; }
    }

    private ExpressionValue Unary(UnarySyntax unary, ExpressionValue of)
    {
        var type = rules.Unary(unary, of.Type);
        return new(type.Kind, of.Tensor.Map(unary.Operator == UnaryOperator.Negate ? x => -x : x => 1 - x));
    }

    private ExpressionValue Binary(BinarySyntax binary, IRunValues run)
    {
        var left = Evaluate(binary.Left, run);
        // A single bool decides alone: update > 1 and loss > prev(loss) never asks before update 2.
        if (left is { Kind: ElementKind.Bool, Tensor.IsSingle: true } && binary.Operator.IsLogical()
            && left.Tensor.Values[0] == (binary.Operator == BinaryOperator.Or ? 1 : 0)) return left;
        var right = Evaluate(binary.Right, run);
        var type = rules.Binary(binary, left.Type, right.Type);
        return new(type.Kind, Tensor.Zip(left.Tensor, right.Tensor, Arithmetic(binary.Operator)));
    }

    private static Func<double, double, double> Arithmetic(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Or => Math.Max,
        BinaryOperator.And => Math.Min,
        BinaryOperator.Equal => (x, y) => x == y ? 1 : 0,
        BinaryOperator.NotEqual => (x, y) => x != y ? 1 : 0,
        BinaryOperator.Less => (x, y) => x < y ? 1 : 0,
        BinaryOperator.LessOrEqual => (x, y) => x <= y ? 1 : 0,
        BinaryOperator.Greater => (x, y) => x > y ? 1 : 0,
        BinaryOperator.GreaterOrEqual => (x, y) => x >= y ? 1 : 0,
        BinaryOperator.Add => (x, y) => x + y,
        BinaryOperator.Subtract => (x, y) => x - y,
        BinaryOperator.Multiply => (x, y) => x * y,
        BinaryOperator.Divide => (x, y) => x / y,
        _ => Lessons.Number.Power,
    };

    private ExpressionValue Call(CallSyntax call, ImmutableArray<ExpressionValue> arguments)
    {
        var function = Function.Named(call.Function);
        var type = function.Type(rules, call, [.. arguments.Select(argument => argument.Type)]);
        return new(type.Kind, function.Apply(rules, call, [.. arguments.Select(argument => argument.Tensor)]));
    }

    private double Units(UnitsSyntax units, IRunValues run)
    {
        if (!run.Names.Layers.Contains(units.Layer.Name)) throw checker.NoLayer(units, run.Names);
        var slopes = run.LargestSlopes(units.Layer.Name)
            ?? throw rules.Wrong($"`{units.Layer.Name}` has no activation, so no {units.Function} units", units.Layer.Place);
        return slopes.Values.Count(units.Function == "dead" ? slope => slope == 0 : slope => slope < SaturatedBelow);
    }

    private long Update(AtSyntax at, IRunValues run)
    {
        var value = Evaluate(at.Update, run);
        rules.NeedSingle(ElementKind.Number, value.Type, "as the update of `at`", at.Update.Place);
        var update = value.Tensor.Values[0];
        if (update >= 0 && update == Math.Floor(update) && update <= int.MaxValue) return (long)update;
        throw rules.Wrong($"update {Lessons.Number.Shortest(update)} is outside the run; updates are 0, 1, 2 …", at.Update.Place);
    }

    private IRunValues Moment(IRunValues run, long update, Place place) =>
        (update < 0 ? null : run.At(update))
        ?? throw rules.Wrong(update < 0
            ? "there is no update before 0; guard it, as in update > 1 and loss > prev(loss)"
            : $"update {update} is outside the run", place, notYet: true);
}

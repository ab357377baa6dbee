using System.Numerics;

namespace Core;

/// <summary>Looking into formulas.</summary>
public static class FormulaParts
{
    /// <summary>The operands in the order they are printed; of a choice only the branch taken and its condition.</summary>
    public static IEnumerable<Formula<T>.Operand> Operands<T>(this Formula<T> formula)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => formula switch
        {
            Formula<T>.Operand operand => [operand],
            Formula<T>.Binary binary => binary.Left.Operands().Concat(binary.Right.Operands()),
            Formula<T>.Unary unary => unary.Argument.Operands(),
            Formula<T>.Comparison comparison => comparison.Left.Operands().Concat(comparison.Right.Operands()),
            Formula<T>.Choice choice => (choice.Condition.Holds() ? choice.Yes : choice.No).Operands().Concat(choice.Condition.Operands()),
            Formula<T>.Chain chain => chain.Terms.SelectMany(Operands),
            Formula<T>.Largest largest => largest.Terms.SelectMany(Operands),
            _ => [],
        };
}

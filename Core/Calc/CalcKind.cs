namespace Core;

/// <summary>One kind of item: its name in the file, what it tells, its fields, and how it is bound.</summary>
/// <param name="Name">The <c>type</c>.</param>
/// <param name="Phase">Phase of its records that state no other.</param>
/// <param name="Doc">For the documentation: the rule and the records.</param>
/// <param name="Fields">Besides those of all items.</param>
/// <param name="Bind">From fields that the specification accepts; null with the problems reported.</param>
internal sealed record CalcKind(string Name, Phase Phase, string Doc, Field[] Fields, Func<CalcContext, ICalculation?> Bind);

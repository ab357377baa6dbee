using System.Numerics;

namespace Core.Tests;

public unsafe class ElementaryFunctionTests
{
    [Fact]
    public void Every_width_gives_the_scalar_bits_single() => AllFunctions<float>();

    [Fact]
    public void Every_width_gives_the_scalar_bits_double() => AllFunctions<double>();

    private static void AllFunctions<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Function<Operators.Exp<T>, T>(ScalarMath<T>.Exp);
        Function<Operators.Log<T>, T>(ScalarMath<T>.Log);
        Function<Operators.Tanh<T>, T>(ScalarMath<T>.Tanh);
        Function<Operators.Sigmoid<T>, T>(ScalarMath<T>.Sigmoid);
        Function<Operators.Softplus<T>, T>(ScalarMath<T>.Softplus);
        Function<Operators.Erf<T>, T>(ScalarMath<T>.Erf);
        Function<Operators.Cos<T>, T>(ScalarMath<T>.Cos);
        Function<Operators.Sin<T>, T>(ScalarMath<T>.Sin);
        Function<Operators.Expm1<T>, T>(ScalarMath<T>.Expm1);
        Function<Operators.Log1p<T>, T>(ScalarMath<T>.Log1p);
    }

    private static void Function<F, T>(Func<T, T> scalar)
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] inputs = Inputs<T>();
        T[] expected = Array.ConvertAll(inputs, x => scalar(x));
        Width<Vec512<T>, F, T>(inputs, expected);
        Width<Vec256<T>, F, T>(inputs, expected);
        Width<Vec128<T>, F, T>(inputs, expected);
        Width<Scalar<T>, F, T>(inputs, expected);
    }

    private static void Width<V, F, T>(T[] inputs, T[] expected)
        where V : unmanaged, IVec<V, T>
        where F : struct, IUnary<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using var x = new Memory<T>(inputs.Length, i => inputs[i]);
        using var y = new Memory<T>(inputs.Length);
        Map.Unary<V, F, T>(default, x.Pointer, y.Pointer, inputs.Length);
        SameBits.Check($"{typeof(F).Name} in {typeof(V).Name}", expected, y.ToArray());
    }

    private static T[] Inputs<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] special =
        [
            0, -0d, 1, -1, 0.5, -0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-40, -1e-40, 5e-324, 1e-310, 3e38, -3e38,
            1e300, -1e300, 88.7, 88.8, -87.3, -87.4, -103, 709.7, 709.8, -708.3, -745, 0.3465, -0.3466, 20, -20, 9.01, 10.01, 4, 6, 1.4142135,
        ];
        var numbers = new Numbers(3);
        var values = new List<T>();
        foreach (double s in special)
            values.Add(T.CreateTruncating(s));
        foreach (double scale in new[] { 1e-6, 0.3, 1, 3, 30, 100, 800, 5000 })
            for (int i = 0; i < 300; i++)
                values.Add(numbers.Next<T>() * T.CreateTruncating(scale));
        return [.. values];
    }

    [Fact]
    public void Exact_values_single() => ExactValues<float>();

    [Fact]
    public void Exact_values_double() => ExactValues<double>();

    private static void ExactValues<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T zero = T.Zero, minusZero = T.NegativeZero, infinity = T.PositiveInfinity, minusInfinity = T.NegativeInfinity, one = T.One;
        T half = one / (one + one), large = T.CreateTruncating(1e4);
        (string What, T Expected, T Got)[] cases =
        [
            ("exp 0", one, ScalarMath<T>.Exp(zero)), ("exp −0", one, ScalarMath<T>.Exp(minusZero)),
            ("exp ∞", infinity, ScalarMath<T>.Exp(infinity)), ("exp −∞", zero, ScalarMath<T>.Exp(minusInfinity)),
            ("exp large", infinity, ScalarMath<T>.Exp(large)), ("exp −large", zero, ScalarMath<T>.Exp(-large)),
            ("exp NaN", T.NaN, ScalarMath<T>.Exp(T.NaN)),
            ("expm1 0", zero, ScalarMath<T>.Expm1(zero)), ("expm1 −0", minusZero, ScalarMath<T>.Expm1(minusZero)),
            ("expm1 −∞", -one, ScalarMath<T>.Expm1(minusInfinity)), ("expm1 ∞", infinity, ScalarMath<T>.Expm1(infinity)),
            ("expm1 ε", T.Epsilon, ScalarMath<T>.Expm1(T.Epsilon)), ("expm1 NaN", T.NaN, ScalarMath<T>.Expm1(T.NaN)),
            ("log 1", zero, ScalarMath<T>.Log(one)), ("log 0", minusInfinity, ScalarMath<T>.Log(zero)),
            ("log −0", minusInfinity, ScalarMath<T>.Log(minusZero)), ("log −1", T.NaN, ScalarMath<T>.Log(-one)),
            ("log ∞", infinity, ScalarMath<T>.Log(infinity)), ("log −∞", T.NaN, ScalarMath<T>.Log(minusInfinity)),
            ("log NaN", T.NaN, ScalarMath<T>.Log(T.NaN)),
            ("log1p 0", zero, ScalarMath<T>.Log1p(zero)), ("log1p −0", minusZero, ScalarMath<T>.Log1p(minusZero)),
            ("log1p −1", minusInfinity, ScalarMath<T>.Log1p(-one)), ("log1p −2", T.NaN, ScalarMath<T>.Log1p(-one - one)),
            ("log1p ∞", infinity, ScalarMath<T>.Log1p(infinity)), ("log1p NaN", T.NaN, ScalarMath<T>.Log1p(T.NaN)),
            ("log1p ε", T.Epsilon, ScalarMath<T>.Log1p(T.Epsilon)),
            ("tanh 0", zero, ScalarMath<T>.Tanh(zero)), ("tanh −0", minusZero, ScalarMath<T>.Tanh(minusZero)),
            ("tanh ∞", one, ScalarMath<T>.Tanh(infinity)), ("tanh −∞", -one, ScalarMath<T>.Tanh(minusInfinity)),
            ("tanh large", one, ScalarMath<T>.Tanh(large)), ("tanh NaN", T.NaN, ScalarMath<T>.Tanh(T.NaN)),
            ("sigmoid 0", half, ScalarMath<T>.Sigmoid(zero)), ("sigmoid ∞", one, ScalarMath<T>.Sigmoid(infinity)),
            ("sigmoid −∞", zero, ScalarMath<T>.Sigmoid(minusInfinity)), ("sigmoid large", one, ScalarMath<T>.Sigmoid(large)),
            ("sigmoid −large", zero, ScalarMath<T>.Sigmoid(-large)), ("sigmoid NaN", T.NaN, ScalarMath<T>.Sigmoid(T.NaN)),
            ("softplus large", large, ScalarMath<T>.Softplus(large)), ("softplus −large", zero, ScalarMath<T>.Softplus(-large)),
            ("softplus ∞", infinity, ScalarMath<T>.Softplus(infinity)), ("softplus −∞", zero, ScalarMath<T>.Softplus(minusInfinity)),
            ("softplus NaN", T.NaN, ScalarMath<T>.Softplus(T.NaN)),
            ("erf 0", zero, ScalarMath<T>.Erf(zero)), ("erf −0", minusZero, ScalarMath<T>.Erf(minusZero)),
            ("erf ∞", one, ScalarMath<T>.Erf(infinity)), ("erf −∞", -one, ScalarMath<T>.Erf(minusInfinity)),
            ("erf NaN", T.NaN, ScalarMath<T>.Erf(T.NaN)),
            ("cos 0", one, ScalarMath<T>.Cos(zero)), ("cos ∞", T.NaN, ScalarMath<T>.Cos(infinity)), ("cos NaN", T.NaN, ScalarMath<T>.Cos(T.NaN)),
            ("sin −0", minusZero, ScalarMath<T>.Sin(minusZero)), ("sin ∞", T.NaN, ScalarMath<T>.Sin(infinity)),
            ("2^10", T.CreateTruncating(1024), ScalarMath<T>.PowerInt(one + one, 10)), ("2^−2", half * half, ScalarMath<T>.PowerInt(one + one, -2)),
            ("x^0", one, ScalarMath<T>.Pow(large, zero)), ("4^½ near 2", one + one, T.Round(ScalarMath<T>.Pow(T.CreateTruncating(4), half), 4)),
            ("0^½", zero, ScalarMath<T>.Pow(zero, half)), ("(−1)^½", T.NaN, ScalarMath<T>.Pow(-one, half)),
        ];
        foreach ((string what, T expected, T got) in cases)
            SameBits.Check<T>(what, [expected], [got]);
    }
}

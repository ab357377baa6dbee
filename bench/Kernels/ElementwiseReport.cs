using System.Runtime.CompilerServices;
using Core;

namespace Bench;

/// <summary>Elementwise functions, softmax and an optimizer's pass, in nanoseconds an element.</summary>
internal static unsafe class ElementwiseReport
{
    private const int Count = 4096;
    private const int Parameters = 101_770;

    public static void Run()
    {
        Console.WriteLine();
        Console.WriteLine($"{"elementwise, " + Count + " floats",-32} {"ns/element",12} {"scalar ×",9}   (scalar: the library's own function)");
        Function<Operators.Exp<float>>("exp", MathF.Exp);
        Function<Operators.Log<float>>("log", x => MathF.Log(x + 5));
        Function<Operators.Tanh<float>>("tanh", MathF.Tanh);
        Function<Operators.Sigmoid<float>>("sigmoid", x => 1 / (1 + MathF.Exp(-x)));
        Function<Operators.Softplus<float>>("softplus", x => MathF.Log(1 + MathF.Exp(x)));
        Function<Operators.Erf<float>>("erf", null);
        Function<Operators.Cos<float>>("cos", MathF.Cos);
        SmallCalls();
        SoftmaxRows();
        AdamPass();
    }

    private static void Function<F>(string name, Func<float, float>? library)
        where F : struct, IUnary<float>
    {
        using var x = new Block<float>(Count, i => (i % 977 - 488) * 0.01f);
        using var y = new Block<float>(Count, _ => 0);
        double[] ns = Measure.InTurns(
            () => Map.Unary(default(F), x.Pointer, y.Pointer, Count),
            () =>
            {
                for (int i = 0; library != null && i < Count; i++)
                    y.Pointer[i] = library(x.Pointer[i]);
            });
        Console.WriteLine($"{name,-32} {ns[0] / Count,12:F2} {(library == null ? "" : $"{ns[1] / ns[0]:F1}"),9}");
    }

    private static void SmallCalls()
    {
        using var x = new Block<float>(16, i => i * 0.1f);
        using var y = new Block<float>(16, _ => 0);
        foreach (int n in new[] { 1, 4, 16 })
            Console.WriteLine($"{$"tanh of {n}, ns a call",-32} {Measure.Nanoseconds(() => Map.Unary(default(Operators.Tanh<float>), x.Pointer, y.Pointer, n)),12:F1}");
    }

    private static void SoftmaxRows()
    {
        using var z = new Block<float>(320, i => i % 13 * 0.3f);
        using var p = new Block<float>(320, _ => 0);
        using var m = new Block<float>(32, _ => 0);
        using var s = new Block<float>(32, _ => 0);
        Console.WriteLine($"{"softmax 32×10, ns a call",-32} {Measure.Nanoseconds(() => Softmax.LogSums(z.Pointer, p.Pointer, m.Pointer, s.Pointer, 32, 10)),12:F0}");
    }

    private static void AdamPass()
    {
        using var w = new Block<float>(Parameters, i => i % 7 * 0.1f);
        using var g = new Block<float>(Parameters, i => i % 5 * 0.01f);
        using var m = new Block<float>(Parameters, _ => 0);
        using var v = new Block<float>(Parameters, _ => 0);
        double ns = Measure.Nanoseconds(() => Map.Update3(default(Adam), g.Pointer, w.Pointer, m.Pointer, v.Pointer, Parameters));
        Console.WriteLine($"{"Adam pass, " + Parameters + " parameters, ns",-32} {ns,12:F0} {ns / Parameters,9:F3} ns/element");
    }

    private readonly struct Adam : IUpdate3<float>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<V>(V g, ref V w, ref V m, ref V v)
            where V : unmanaged, IVec<V, float>
        {
            m = V.Constant(0.9) * m + V.Constant(0.1) * g;
            v = V.Constant(0.999) * v + V.Constant(0.001) * g * g;
            w -= V.Constant(1e-3) * (m / (V.Sqrt(v) + V.Constant(1e-7)));
        }
    }
}
